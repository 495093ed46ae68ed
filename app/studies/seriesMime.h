#pragma once

#include <QStringList>
#include <QtTypes>

#include <memory>

class QMimeData;

namespace fovea {

// A series on its way from the list of studies to where it is dropped: the archive's row and
// nothing else, since other programs may look at what is dragged.

QString seriesMimeType();
std::unique_ptr<QMimeData> seriesMimeData(qint64 seriesId);
/// 0: something else is being dragged.
qint64 seriesIn(const QMimeData& data);

} // namespace fovea

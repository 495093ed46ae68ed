#include "app/studies/seriesMime.h"

#include <QMimeData>

namespace fovea {

QString seriesMimeType()
{
    return QStringLiteral("application/x-fovea-series");
}

std::unique_ptr<QMimeData> seriesMimeData(qint64 seriesId)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(seriesMimeType(), QByteArray::number(seriesId));
    return data;
}

qint64 seriesIn(const QMimeData& data)
{
    return data.data(seriesMimeType()).toLongLong(); // 0 where that is no number.
}

} // namespace fovea

#pragma once

#include "app/study/ArchiveQueue.h"
#include "model/domain/Measure.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>

namespace fovea {

/// Keeps measures in the archive: reads them when a series is opened, and writes every change at
/// once through an ArchiveQueue, whatever study is open by the time it can be written.
class MeasureKeeper : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the keeper.
    explicit MeasureKeeper(const Archive& archive, QObject* parent = nullptr);

    /// Ends with loaded() or loadFailed(), unless another one is opened before.
    void open(qint64 seriesId);
    /// A change that has been made on this series.
    void note(qint64 seriesId, const MeasureChange& change);

    /// Of all writes; those of one measure count once.
    ArchiveQueue& writes() { return m_writes; }

Q_SIGNALS:
    /// With every change noted since on top.
    void loaded(const fovea::MeasureList& measures);
    void loadFailed(const fovea::Error& error);

private:
    using Changes = std::map<std::string, MeasureChange>; ///< By uid; the newest of each.

    void written(qint64 seriesId, const MeasureChange& change);

    const Archive& m_archive;
    std::map<qint64, Changes> m_unsaved; ///< By series; none is empty.
    qint64 m_openSeries = 0;
    std::vector<MeasureChange> m_sinceOpen; ///< In their order, until loaded.
    std::unique_ptr<QObject> m_loading;     ///< Receiver of the load.
    ArchiveQueue m_writes;
};

} // namespace fovea

#pragma once

#include "app/findings/FindingsModel.h"
#include "app/study/ArchiveQueue.h"

#include <QObject>

#include <map>
#include <memory>

namespace fovea {

/// Keeps verdicts in the archive: reads them when a study is opened, and writes every change at
/// once through an ArchiveQueue, whatever study is open by the time it can be written.
class VerdictKeeper : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the keeper.
    explicit VerdictKeeper(const Archive& archive, QObject* parent = nullptr);

    /// Ends with loaded() or failed(), unless another one is opened before.
    void open(std::int64_t studyId);
    /// What holds of this finding from now on.
    void note(const VerdictRecord& verdict);

    /// Of all writes; those of one finding count once.
    const ArchiveQueue& writes() const { return m_writes; }

Q_SIGNALS:
    /// As of now, with every change noted before on top.
    void loaded(const fovea::VerdictMap& verdicts);
    /// Verdicts could not be read.
    void failed(const fovea::Error& error);

private:
    using Place = std::pair<std::int64_t, FindingKey>;

    void written(const VerdictRecord& verdict);

    const Archive& m_archive;
    std::map<Place, VerdictRecord> m_unsaved; ///< The newest of each.
    std::unique_ptr<QObject> m_loading;       ///< Receiver of the load.
    ArchiveQueue m_writes;
};

} // namespace fovea

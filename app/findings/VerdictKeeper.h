#pragma once

#include "app/findings/FindingsModel.h"
#include "app/study/Archive.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace fovea {

/// Keeps verdicts in the archive: reads them when a study is opened, writes every change at once,
/// in the background, and keeps trying what could not be written, whatever study is open by then.
class VerdictKeeper : public QObject {
    Q_OBJECT

public:
    /// `archive` must outlive the keeper.
    explicit VerdictKeeper(const Archive& archive, QObject* parent = nullptr);
    /// Writes what is still unwritten, waiting for it: the last chance.
    ~VerdictKeeper() override;

    /// Ends with loaded() or failed(), unless another one is opened before.
    void open(std::int64_t studyId);
    /// What holds of this finding from now on.
    void note(const VerdictRecord& verdict);

    std::size_t unsavedCount() const { return m_unsaved.size(); }

Q_SIGNALS:
    /// As of now, with every change noted before on top.
    void loaded(const fovea::VerdictMap& verdicts);
    void failed(const fovea::Error& error);

private:
    using Place = std::pair<std::int64_t, FindingKey>;

    void save();
    void saved(const VerdictRecord& written, const Result<Done>& result);

    const Archive& m_archive;
    std::map<Place, VerdictRecord> m_unsaved; ///< The newest of each.
    std::unique_ptr<QObject> m_loading;       ///< Receiver of the load.
    std::unique_ptr<QObject> m_writing;       ///< Receiver of every write.
    bool m_saving = false;
    bool m_failing = false;
    QTimer m_retry;
};

} // namespace fovea

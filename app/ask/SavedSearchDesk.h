#pragma once

#include "app/models/ModelService.h"
#include "app/study/ArchiveQueue.h"
#include "app/study/StudySession.h"
#include "storage/SearchRecords.h"

#include <QObject>

#include <set>
#include <vector>

namespace fovea {

class AskPanel;

/// Keeps questions of the panel in the archive and asks them again; lets standing ones mark a study
/// as soon as it is analysed, and takes the marks away when the study is opened again.
class SavedSearchDesk : public QObject {
    Q_OBJECT

public:
    /// All outlive this object.
    SavedSearchDesk(AskPanel& panel, StudySession& session, ModelService& model,
                    const Archive& archive, QObject* parent = nullptr);

    const std::vector<SavedSearch>& searches() const { return m_searches; }
    const ArchiveQueue& writes() const { return m_writes; }
    /// Takes the marks of a study away.
    void lookedAt(qint64 studyId);

Q_SIGNALS:
    /// A question is in the panel and is to be asked.
    void askRequested();
    /// What studies are marked by, or the searches that mark, are others now.
    void marksChanged();
    /// For the status bar.
    void told(const QString& message);

private:
    void reload();
    void show(std::vector<SavedSearch> searches);
    void run(qint64 id);
    void saveQuestion(std::optional<StandingRule> standing);
    void markLikeSelected();
    /// Empty, or what is wrong with a name for the search with that id.
    QString nameProblem(const QString& name, std::int64_t id) const;
    void store(const SavedSearch& search);
    void rename(qint64 id);
    void rest(qint64 id);
    void remove(qint64 id);
    void restore(const RemovedSearch& removed);
    void markAnalyzed();
    const SavedSearch* find(std::int64_t id) const;

    AskPanel& m_panel;
    StudySession& m_session;
    ModelService& m_model;
    const Archive& m_archive;
    std::vector<SavedSearch> m_searches;
    std::int64_t m_choose = 0;          ///< Shown as chosen once the list is read again.
    std::set<std::int64_t> m_analyzing; ///< Studies whose analyses are on their way.
    ArchiveQueue m_writes;
};

} // namespace fovea

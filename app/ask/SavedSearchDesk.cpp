#include "app/ask/SavedSearchDesk.h"

#include "app/ask/AskPanel.h"
#include "app/ask/FilterBox.h"
#include "app/ask/NameRow.h"
#include "app/ask/SavedSearchBar.h"
#include "app/text/errorText.h"
#include "app/work/savedQuestion.h"
#include "app/work/standingSearches.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace fovea {

SavedSearchDesk::SavedSearchDesk(AskPanel& panel, StudySession& session, ModelService& model,
                                 const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_session(session)
    , m_model(model)
    , m_archive(archive)
    , m_writes(archive)
{
    SavedSearchBar& bar = panel.searches();
    connect(&bar, &SavedSearchBar::runRequested, this, &SavedSearchDesk::run);
    connect(&bar, &SavedSearchBar::saveRequested, this, [this] { saveQuestion({}); });
    connect(&bar, &SavedSearchBar::markRequested, this, &SavedSearchDesk::markLikeSelected);
    connect(&bar, &SavedSearchBar::restRequested, this, &SavedSearchDesk::rest);
    connect(&bar, &SavedSearchBar::renameRequested, this, &SavedSearchDesk::rename);
    connect(&bar, &SavedSearchBar::removeRequested, this, &SavedSearchDesk::remove);
    connect(&model, &ModelService::ready, this, [this] { show(m_searches); });
    connect(&session, &StudySession::seriesShown, this,
            [this] { lookedAt(m_session.series()->study.id); });
    connect(&session, &StudySession::analysisStarted, this,
            [this] { m_analyzing.insert(m_session.series()->study.id); });
    connect(&session, &StudySession::analysisSaved, this, &SavedSearchDesk::markAnalyzed);
    reload();
}

void SavedSearchDesk::reload()
{
    m_archive.run<std::vector<SavedSearch>>(
        this, [](StudyDatabase& database, const Progress&) { return database.savedSearches(); },
        [this](Result<std::vector<SavedSearch>> searches) {
            if (searches)
                show(std::move(*searches));
            else if (searches.error().code != ErrorCode::Cancelled)
                Q_EMIT told(errorText(searches.error()));
        },
        {}, TaskRunner::Pool::Save);
}

void SavedSearchDesk::show(std::vector<SavedSearch> searches)
{
    m_searches = std::move(searches);
    m_panel.searches().setSearches(m_searches,
                                   m_model.info() ? m_model.info()->fingerprint : std::string());
    if (m_choose > 0)
        m_panel.searches().choose(std::exchange(m_choose, 0));
    Q_EMIT marksChanged();
}

const SavedSearch* SavedSearchDesk::find(std::int64_t id) const
{
    const auto found = std::ranges::find(m_searches, id, &SavedSearch::id);
    return found == m_searches.end() ? nullptr : &*found;
}

void SavedSearchDesk::run(qint64 id)
{
    const SavedSearch* search = find(id);
    if (!search)
        return;
    const auto question = questionOf(*search);
    if (!question) {
        m_panel.showProblem(errorText(question.error()));
        return;
    }
    m_panel.setQuestion(*question);
    Q_EMIT askRequested();
}

QString SavedSearchDesk::nameProblem(const QString& name, std::int64_t id) const
{
    const bool taken = std::ranges::any_of(m_searches, [&](const SavedSearch& search) {
        return search.id != id &&
               QString::fromStdString(search.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return taken ? tr("Another search has this name.") : QString();
}

void SavedSearchDesk::saveQuestion(std::optional<StandingRule> standing)
{
    const auto& question = m_panel.answered();
    if (!question || question->like)
        return;
    SavedSearch search = searchFor(*question);
    search.standing = std::move(standing);
    // The same question again: its rule changes, not its name.
    const auto same = std::ranges::find_if(m_searches, [&](const SavedSearch& known) {
        return known.question == search.question && known.filter == search.filter;
    });
    if (same != m_searches.end() && search.standing) {
        SavedSearch changed = *same;
        changed.standing = search.standing;
        store(changed);
        return;
    }
    m_panel.nameRow().askName(QString::fromStdString(search.question).simplified(),
                              [this, search](const QString& name) {
                                  const QString problem = nameProblem(name, 0);
                                  if (problem.isEmpty()) {
                                      SavedSearch named = search;
                                      named.name = name.toStdString();
                                      store(named);
                                  }
                                  return problem;
                              });
}

void SavedSearchDesk::markLikeSelected()
{
    const auto score = m_panel.selectedScore();
    if (score && m_model.info())
        saveQuestion(StandingRule{*score, m_model.info()->fingerprint});
}

void SavedSearchDesk::store(const SavedSearch& search)
{
    auto stored = std::make_shared<Result<SavedSearch>>(search);
    m_writes.add(
        [search, stored](StudyDatabase& database) -> Status {
            *stored = database.saveSearch(search);
            const bool failed = !*stored && stored->error().code != ErrorCode::BadOption;
            return failed ? Status(stored->error()) : Status(Done{});
        },
        [this, stored](const Status& written) {
            if (written && *stored)
                m_choose = (*stored)->id;
            else if (written)
                Q_EMIT told(tr("Another search has this name."));
            reload();
        });
}

void SavedSearchDesk::rename(qint64 id)
{
    const SavedSearch* search = find(id);
    if (!search)
        return;
    m_panel.nameRow().askName(QString::fromStdString(search->name),
                              [this, id](const QString& name) {
                                  const SavedSearch* known = find(id);
                                  const QString problem = nameProblem(name, id);
                                  if (known && problem.isEmpty()) {
                                      SavedSearch renamed = *known;
                                      renamed.name = name.toStdString();
                                      store(renamed);
                                  }
                                  return problem;
                              });
}

void SavedSearchDesk::rest(qint64 id)
{
    if (const SavedSearch* search = find(id)) {
        SavedSearch resting = *search;
        resting.standing.reset();
        store(resting);
    }
}

void SavedSearchDesk::remove(qint64 id)
{
    if (!find(id))
        return;
    auto removed = std::make_shared<RemovedSearch>();
    m_writes.add(
        [id, removed](StudyDatabase& database) -> Status {
            auto gone = database.removeSearch(id);
            if (!gone)
                return gone.error();
            *removed = std::move(*gone);
            return Done{};
        },
        [this, removed](const Status& written) {
            if (written)
                m_panel.nameRow().offerUndo(
                    tr("“%1” was deleted.").arg(QString::fromStdString(removed->search.name)),
                    [this, removed] { restore(*removed); });
            reload();
        });
}

void SavedSearchDesk::restore(const RemovedSearch& removed)
{
    m_choose = removed.search.id;
    auto taken = std::make_shared<bool>(false);
    m_writes.add(
        [removed, taken](StudyDatabase& database) -> Status {
            const Status restored = database.restoreSearch(removed);
            *taken = !restored && restored.error().code == ErrorCode::BadOption;
            return *taken ? Status(Done{}) : restored;
        },
        [this, taken](const Status&) {
            if (*taken)
                Q_EMIT told(tr("Another search has this name."));
            reload();
        });
}

void SavedSearchDesk::markAnalyzed()
{
    for (const std::int64_t studyId : std::exchange(m_analyzing, {})) {
        const bool standing = std::ranges::any_of(
            m_searches, [](const SavedSearch& search) { return search.standing.has_value(); });
        if (!standing)
            continue;
        m_model.workOnRegions<std::vector<SearchMark>>(
            this, m_archive.folder(),
            [studyId](RegionWork& at, const Progress& progress) {
                return markStudy(at.database, at.engine, at.searcher, studyId, progress);
            },
            [this](Result<std::vector<SearchMark>> marks) {
                if (!marks) {
                    if (marks.error().code != ErrorCode::Cancelled)
                        Q_EMIT told(errorText(marks.error()));
                    return;
                }
                QStringList names;
                for (const SearchMark& mark : *marks)
                    names << QString::fromStdString(mark.searchName);
                if (names.isEmpty())
                    return;
                Q_EMIT told(
                    tr("This study was marked by: %1.").arg(names.join(QStringLiteral(", "))));
                Q_EMIT marksChanged();
            });
    }
}

void SavedSearchDesk::lookedAt(qint64 studyId)
{
    auto cleared = std::make_shared<int>(0);
    m_writes.add(
        [studyId, cleared](StudyDatabase& database) -> Status {
            const auto marks = database.clearMarks(studyId);
            if (!marks)
                return marks.error();
            *cleared = *marks;
            return Done{};
        },
        [this, cleared](const Status&) {
            if (*cleared > 0)
                Q_EMIT marksChanged();
        });
}

} // namespace fovea

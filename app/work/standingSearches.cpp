#include "app/work/standingSearches.h"

#include "app/work/savedQuestion.h"

namespace fovea {
namespace {

/// The study that a margin was set by is found again although its score is summed up in another
/// order.
constexpr double tolerance = 1e-5;

} // namespace

Result<std::vector<SearchMark>> markStudy(StudyDatabase& database, Engine& engine,
                                          RegionSearcher& searcher, std::int64_t studyId,
                                          const Progress& progress)
{
    std::vector<SearchMark> marks;
    const auto searches = database.savedSearches();
    if (!searches)
        return searches.error();
    for (const SavedSearch& search : *searches) {
        if (!search.standing || search.standing->modelFingerprint != engine.info().fingerprint)
            continue;
        auto question = questionOf(search);
        if (!question)
            continue;
        question->scope = RegionQuestion::Scope::Study;
        question->scopeId = studyId;
        question->count = 1;
        const auto answer = searcher.ask(database, engine, *question, progress);
        if (!answer) {
            if (answer.error().code == ErrorCode::EmptyText)
                continue;
            return answer.error();
        }
        if (answer->matches.empty() ||
            answer->matches.front().score < search.standing->margin - tolerance)
            continue;
        const RankedRegion& best = answer->matches.front();
        marks.push_back({search.id,
                         search.name,
                         studyId,
                         best.seriesId,
                         best.anatomyId,
                         best.score,
                         {},
                         false});
        if (const Status marked = database.markStudy(marks.back()); !marked)
            return marked.error();
    }
    return marks;
}

} // namespace fovea

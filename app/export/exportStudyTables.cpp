#include "app/export/exportStudyTables.h"

#include "app/export/exportNotes.h"

#include <set>
#include <utility>

namespace fovea {

namespace {

/// Those that a table has anything of.
std::vector<std::int64_t> studiesIn(const std::vector<StudyResults>& results)
{
    std::set<std::int64_t> ids;
    for (const StudyResults& series : results)
        ids.insert(series.study.id);
    return {ids.begin(), ids.end()};
}

} // namespace

Result<StudyTablesWritten> exportStudyTables(const StudyDatabase& database,
                                             const std::vector<std::int64_t>& studyIds,
                                             const AnatomyCatalog& catalog,
                                             const std::optional<ResultsModel>& model,
                                             const ExportRequest& request, const Progress& progress)
{
    if (const auto there = filesThere(request, StudyResults());
        !request.overwrite && !there.empty())
        return makeError(ErrorCode::BadOption, {there.front().string(), "exists already"});
    auto all = loadResultsOfStudies(database, studyIds, catalog, model, progress);
    if (!all)
        return all.error();
    if (all->results.empty() && !all->leftOut.empty())
        return all->leftOut.front().reason;
    const auto notes = exportNotes(database.folder(), studiesIn(all->results));
    if (!notes)
        return notes.error();
    auto files = exportTables(all->results, request, *notes);
    if (!files)
        return files.error();
    return StudyTablesWritten{std::move(*files), all->results.size(), std::move(all->leftOut)};
}

} // namespace fovea

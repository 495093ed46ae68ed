#include "app/work/staleAnalyses.h"

#include "app/work/siteFile.h"
#include "app/work/studyWork.h"

#include <algorithm>
#include <optional>

namespace fovea {

namespace {

/// Analyses are read whole to know how long one took.
constexpr std::size_t timed = 5;

std::filesystem::path wishFile(const std::filesystem::path& archiveFolder)
{
    return archiveFolder / "reanalysis";
}

/// The label map that it is to be analysed with; empty where it need not be.
Result<std::optional<StaleSeries>> staleSeries(const std::vector<AnalysisRecord>& analyses,
                                               const StudyDatabase& database, std::int64_t seriesId,
                                               const std::string& modelFingerprint)
{
    std::optional<StaleSeries> none;
    if (analyses.empty())
        return none;
    const auto labels = newestLabelMap(database, seriesId);
    if (!labels)
        return labels.error();
    const bool known = !*labels || std::ranges::any_of(analyses, [&](const AnalysisRecord& one) {
        return one.modelFingerprint == modelFingerprint && one.labelMapId == (*labels)->id;
    });
    return known ? none : std::optional(StaleSeries{seriesId, (*labels)->id});
}

} // namespace

Result<StaleAnalyses> staleAnalyses(const StudyDatabase& database,
                                    const std::string& modelFingerprint)
{
    const auto studies = database.studies();
    if (!studies)
        return studies.error();
    StaleAnalyses stale;
    double seconds = 0;
    std::size_t measured = 0;
    for (const StudyRecord& study : *studies) {
        const auto series = database.seriesOf(study.id);
        if (!series)
            return series.error();
        const std::size_t before = stale.series.size();
        for (const SeriesRecord& one : *series) {
            const auto analyses = database.analysesOf(one.id);
            if (!analyses)
                return analyses.error();
            const auto found = staleSeries(*analyses, database, one.id, modelFingerprint);
            if (!found)
                return found.error();
            if (!*found)
                continue;
            stale.series.push_back(**found);
            if (measured == timed)
                continue;
            const AnalysisRecord& last = analyses->back();
            const auto old = database.analysis(one.id, last.labelMapId, last.modelFingerprint);
            if (!old)
                return old.error();
            if (*old) {
                seconds += (*old)->seconds;
                ++measured;
            }
        }
        stale.studies += stale.series.size() > before ? 1 : 0;
    }
    if (measured > 0)
        stale.secondsEach = seconds / static_cast<double>(measured);
    return stale;
}

Result<std::string> reanalysisModel(const std::filesystem::path& archiveFolder)
{
    const auto text = readSiteFile(wishFile(archiveFolder));
    if (!text)
        return text.error();
    return text->value_or(std::string());
}

Status setReanalysisModel(const std::filesystem::path& archiveFolder,
                          const std::string& modelFingerprint)
{
    return modelFingerprint.empty() ? removeSiteFile(wishFile(archiveFolder))
                                    : writeSiteFile(wishFile(archiveFolder), modelFingerprint);
}

} // namespace fovea

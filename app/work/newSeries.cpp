#include "app/work/newSeries.h"

#include "app/work/siteFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

constexpr int fewestSlices = 10; ///< A scout or a few thick slices are no study to segment.

std::filesystem::path wishFile(const std::filesystem::path& archiveFolder)
{
    return archiveFolder / "segment-new.json";
}

template <typename Visit> Status visitSeries(const StudyDatabase& database, const Visit& visit)
{
    const auto studies = database.studies();
    if (!studies)
        return studies.error();
    for (const StudyRecord& study : *studies) {
        const auto series = database.seriesOf(study.id);
        if (!series)
            return series.error();
        for (const SeriesRecord& one : *series)
            visit(one);
    }
    return Done{};
}

} // namespace

Result<NewSeriesWish> readNewSeriesWish(const std::filesystem::path& archiveFolder)
{
    const auto text = readSiteFile(wishFile(archiveFolder));
    if (!text)
        return text.error();
    NewSeriesWish wish;
    if (!*text)
        return wish;
    try {
        const auto json = nlohmann::json::parse(**text);
        wish.segmenter = json.at("segmenter");
        wish.after = json.at("after");
        wish.failed = json.at("failed").get<std::set<std::int64_t>>();
    } catch (const nlohmann::json::exception&) {
        return NewSeriesWish(); // Nothing runs by itself that nobody can be shown to want.
    }
    return wish;
}

Status writeNewSeriesWish(const std::filesystem::path& archiveFolder, const NewSeriesWish& wish)
{
    if (wish.segmenter.empty())
        return removeSiteFile(wishFile(archiveFolder));
    const nlohmann::json json{
        {"segmenter", wish.segmenter}, {"after", wish.after}, {"failed", wish.failed}};
    return writeSiteFile(wishFile(archiveFolder), json.dump());
}

Result<NewSeriesWish> wishFromNow(const StudyDatabase& database, const std::string& segmenter)
{
    NewSeriesWish wish{segmenter, 0, {}};
    Status visited = visitSeries(
        database, [&](const SeriesRecord& one) { wish.after = std::max(wish.after, one.id); });
    if (!visited)
        return visited.error();
    return wish;
}

Result<std::vector<std::int64_t>> newSeries(const StudyDatabase& database,
                                            const NewSeriesWish& wish)
{
    std::vector<std::int64_t> found;
    if (wish.segmenter.empty())
        return found;
    Status visited = visitSeries(database, [&](const SeriesRecord& one) {
        if (one.id > wish.after && one.modality == "CT" && one.sliceCount >= fewestSlices &&
            !one.hasLabelMap && !wish.failed.contains(one.id))
            found.push_back(one.id);
    });
    if (!visited)
        return visited.error();
    std::ranges::sort(found);
    return found;
}

} // namespace fovea

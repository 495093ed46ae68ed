#include "storage/ContentHash.h"
#include "storage/StudyDatabaseInternals.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

namespace fovea {

namespace {

/// Year and month-day of YYYYMMDD.
std::optional<std::array<int, 2>> dateFrom(const std::string& text)
{
    if (text.size() != 8 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    std::array<int, 2> date{};
    std::from_chars(text.data(), text.data() + 4, date[0]);
    std::from_chars(text.data() + 4, text.data() + 8, date[1]);
    return date;
}

std::optional<int> ageOn(const std::string& birthDate, const std::string& date)
{
    const auto born = dateFrom(birthDate);
    const auto then = dateFrom(date);
    if (!born || !then || *then < *born)
        return {};
    return (*then)[0] - (*born)[0] - ((*then)[1] < (*born)[1] ? 1 : 0);
}

/// SQLite gives a deleted analysis' id to a new one. When it was made and how long that took, to
/// the last bit, no two have in common.
std::uint64_t stampOf(const AnalysisSource& analysis, const std::string& createdAt, double seconds)
{
    ContentHash hash;
    hash.add(createdAt);
    for (const std::uint64_t number :
         {std::bit_cast<std::uint64_t>(seconds), static_cast<std::uint64_t>(analysis.seriesId),
          static_cast<std::uint64_t>(analysis.labelMapId)})
    {
        const auto bytes = std::bit_cast<std::array<char, sizeof number>>(number);
        hash.add({bytes.data(), bytes.size()});
    }
    return hash.high();
}

} // namespace

Result<std::vector<AnalysisSource>>
StudyDatabase::currentAnalyses(const std::string& modelFingerprint) const
{
    return guarded([&] {
        std::vector<AnalysisSource> found;
        Statement::Run run(m_internals->sql->currentAnalyses, modelFingerprint);
        while (run.step()) {
            AnalysisSource& analysis = found.emplace_back(AnalysisSource{
                run.integer(0), run.integer(1), run.integer(2), run.integer(3), run.integer(4),
                run.text(5), run.text(6), ageOn(run.text(7), run.text(5)), run.text(8), run.text(9),
                run.text(10), 0});
            analysis.stamp = stampOf(analysis, run.text(11), run.real(12));
        }
        return found;
    });
}

Result<std::vector<RegionEmbedding>> StudyDatabase::vectorsOf(std::int64_t analysisId) const
{
    return guarded([&] {
        std::vector<RegionEmbedding> regions;
        for (Statement::Run run(m_internals->sql->vectorsOfAnalysis, analysisId); run.step();) {
            RegionEmbedding& region = regions.emplace_back();
            region.anatomyId = run.text(0);
            region.vector = valuesFrom<float>(run.blob(1));
        }
        return regions;
    });
}

Result<std::vector<std::int64_t>>
StudyDatabase::analysesWithFinding(const std::string& modelFingerprint,
                                   const std::string& anatomyId, const std::string& findingId,
                                   std::optional<double> above) const
{
    return guarded([&] {
        std::vector<std::int64_t> ids;
        Statement::Run run(m_internals->sql->analysesWithFinding, modelFingerprint, anatomyId,
                           findingId, above);
        while (run.step())
            ids.push_back(run.integer(0));
        return ids;
    });
}

} // namespace fovea

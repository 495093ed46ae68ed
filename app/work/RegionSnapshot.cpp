#include "app/work/RegionSnapshot.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <random>

namespace fovea {
namespace {

constexpr std::size_t sampledPerAnatomy = 5000;

bool equalIgnoringCase(const std::string& a, const std::string& b)
{
    const auto upper = [](char c) { return std::toupper(static_cast<unsigned char>(c)); };
    return std::ranges::equal(a, b, {}, upper, upper);
}

bool inScope(const AnalysisSource& source, const RegionQuestion& question)
{
    switch (question.scope) {
    case RegionQuestion::Scope::Series:
        return source.seriesId == question.scopeId;
    case RegionQuestion::Scope::Study:
        return source.studyId == question.scopeId;
    case RegionQuestion::Scope::Patient:
        return source.patientId == question.scopeId;
    case RegionQuestion::Scope::Archive:
        break;
    }
    return true;
}

bool fits(const AnalysisSource& source, const RegionFilter& filter)
{
    if (!filter.fromDate.empty() && source.studyDate < filter.fromDate)
        return false;
    if (!filter.toDate.empty() && (source.studyDate.empty() || source.studyDate > filter.toDate))
        return false;
    if (!filter.sex.empty() && source.sex != filter.sex)
        return false;
    if (filter.youngest && (!source.ageYears || *source.ageYears < *filter.youngest))
        return false;
    if (filter.oldest && (!source.ageYears || *source.ageYears > *filter.oldest))
        return false;
    const auto isWanted = [](const std::string& wanted, const std::string& stated) {
        return wanted.empty() || equalIgnoringCase(stated, wanted);
    };
    return isWanted(filter.bodyPart, source.bodyPart) &&
           isWanted(filter.manufacturer, source.manufacturer) &&
           isWanted(filter.scannerModel, source.scannerModel);
}

} // namespace

const AnalysisSource* RegionSnapshot::source(std::int64_t analysisId) const
{
    const auto found = std::ranges::lower_bound(analyses, analysisId, {}, &AnalysisSource::id);
    return found != analyses.end() && found->id == analysisId ? &*found : nullptr;
}

std::optional<std::size_t> RegionSnapshot::row(const RegionAddress& address) const
{
    const auto analysis = std::ranges::find(analyses, address.seriesId, &AnalysisSource::seriesId);
    if (analysis == analyses.end())
        return {};
    const std::uint32_t tag = anatomyTag(address.anatomyId);
    const auto rows = rowsOf.find(analysis->id);
    if (rows == rowsOf.end())
        return {};
    for (std::size_t row = rows->second.begin; row < rows->second.end; ++row) {
        if (vectors->rows[row].anatomy == tag)
            return row;
    }
    return {};
}

void RegionSnapshot::arrange()
{
    std::mt19937_64 random(1);
    for (std::size_t row = 0; row < vectors->rows.size(); ++row) {
        const RegionRow& region = vectors->rows[row];
        if (!region.alive)
            continue;
        const auto [rows, isNew] = rowsOf.try_emplace(region.analysisId, Rows{row, row});
        rows->second.end = row + 1;
        OfAnatomy& anatomy = anatomies[region.anatomy];
        ++anatomy.count;
        // Vitter's algorithm R: every row is as likely to be in it as another.
        if (anatomy.sample.size() < sampledPerAnatomy)
            anatomy.sample.push_back(row);
        else if (const std::size_t place = random() % anatomy.count; place < sampledPerAnatomy)
            anatomy.sample[place] = row;
    }
}

Result<std::shared_ptr<const RegionVectors>>
vectorsFromDatabase(const StudyDatabase& database, const std::vector<AnalysisSource>& analyses,
                    const Progress& progress)
{
    auto vectors = std::make_shared<RegionVectors>();
    auto values = std::make_shared<std::vector<float>>();
    for (const AnalysisSource& analysis : analyses) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const auto regions = database.vectorsOf(analysis.id);
        if (!regions)
            return regions.error();
        std::uint32_t ordinal = 0;
        for (const RegionEmbedding& region : *regions) {
            if (vectors->dimension == 0)
                vectors->dimension = region.vector.size();
            if (region.vector.size() != vectors->dimension)
                return makeError(ErrorCode::Internal, {}, "embeddings of two sizes");
            values->insert(values->end(), region.vector.begin(), region.vector.end());
            vectors->rows.push_back(
                {analysis.id, ordinal++, anatomyTag(region.anatomyId), 0, true});
        }
    }
    vectors->values = values->data();
    vectors->owner = std::move(values);
    return std::shared_ptr<const RegionVectors>(std::move(vectors));
}

Result<std::vector<std::int64_t>> analysesFor(const StudyDatabase& database,
                                              const RegionSnapshot& snapshot,
                                              const RegionQuestion& question)
{
    std::vector<std::int64_t> ids;
    for (const AnalysisSource& source : snapshot.analyses) {
        if (inScope(source, question) && fits(source, question.filter))
            ids.push_back(source.id);
    }
    for (const RegionFilter::FindingAbove& finding : question.filter.findings) {
        const auto with = database.analysesWithFinding(snapshot.fingerprint, finding.anatomyId,
                                                       finding.findingId, finding.score);
        if (!with)
            return with.error();
        std::vector<std::int64_t> both;
        std::ranges::set_intersection(ids, *with, std::back_inserter(both));
        ids = std::move(both);
    }
    return ids;
}

} // namespace fovea

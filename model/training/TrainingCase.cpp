#include "model/training/TrainingCase.h"

#include <algorithm>
#include <cmath>

namespace fovea {

const PreparedRegion* TrainingCase::box(int anatomyIndex) const
{
    const auto found = std::ranges::find(boxes, anatomyIndex, &PreparedRegion::anatomyIndex);
    return found == boxes.end() ? nullptr : &*found;
}

const std::string& TrainingCase::Region::wording(std::mt19937_64& random) const
{
    if (rewordings.empty())
        return text;
    const std::size_t n = random() % (rewordings.size() + 1);
    return n == 0 ? text : rewordings[n - 1];
}

PreparedStudy TrainingCase::restore() const
{
    PreparedStudy study;
    study.size = size;
    study.image.resize(image.size());
    std::ranges::transform(image, study.image.begin(),
                           [](std::uint8_t v) { return static_cast<float>(v) * (1.0F / 255.0F); });
    study.labels = labels;
    study.regions = boxes;
    return study;
}

std::optional<bool> TrainingCase::Region::has(std::string_view findingId) const
{
    if (std::ranges::find(unknown, findingId) != unknown.end())
        return std::nullopt;
    return std::ranges::find(findings, findingId) != findings.end();
}

std::vector<TrainingCase::Region> regionsOf(const LabelledStudy& study,
                                            const std::vector<std::string>& anatomyIds,
                                            const std::function<bool(int)>& segmented)
{
    std::vector<TrainingCase::Region> regions;
    for (const LabelledStudy::Region& said : study.regions) {
        const auto known = std::ranges::find(anatomyIds, said.anatomyId);
        if (known == anatomyIds.end())
            continue;
        TrainingCase::Region region;
        region.anatomyIndex = static_cast<int>(known - anatomyIds.begin());
        if (!segmented(region.anatomyIndex))
            continue;
        region.text = said.text;
        region.rewordings = said.rewordings;
        region.findings = said.findings;
        region.statements = said.statements;
        region.unknown = said.unknown;
        region.normal = said.text.empty() || said.findings.empty();
        regions.push_back(std::move(region));
    }
    return regions;
}

TrainingCase compactCase(const PreparedStudy& prepared)
{
    TrainingCase out;
    out.size = prepared.size;
    out.image.resize(prepared.image.size());
    std::ranges::transform(prepared.image, out.image.begin(), [](float v) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255.0F));
    });
    out.labels = prepared.labels;
    out.boxes = prepared.regions;
    return out;
}

Result<TrainingCase> makeTrainingCase(const LabelledStudy& study,
                                      const std::vector<std::string>& anatomyIds,
                                      const PreprocessSettings& settings, const Progress& progress)
{
    const Result<PreparedStudy> prepared =
        prepareStudy(*study.volume, *study.labels, anatomyIds, settings, progress);
    if (!prepared)
        return prepared.error();
    TrainingCase out = compactCase(*prepared);
    out.regions =
        regionsOf(study, anatomyIds, [&out](int anatomy) { return out.box(anatomy) != nullptr; });
    return out;
}

Result<TrainingCases> loadCases(const StudySource& source,
                                const std::vector<std::string>& anatomyIds,
                                const PreprocessSettings& settings, const Progress& progress)
{
    TrainingCases out;
    for (std::size_t n = 0; n < source.count; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const Result<LabelledStudy> study = source.load(n);
        if (!study)
            return study.error();
        const auto share = [&](std::size_t done) {
            return static_cast<double>(done) / static_cast<double>(source.count);
        };
        Result<TrainingCase> prepared =
            makeTrainingCase(*study, anatomyIds, settings, progress.part(share(n), share(n + 1)));
        if (prepared) {
            out.cases.push_back(*std::move(prepared));
            out.studies.push_back(n);
        } else if (prepared.error().code == ErrorCode::NoRegion) {
            ++out.skipped;
        } else {
            return prepared.error();
        }
        progress.report(share(n + 1));
    }
    if (out.cases.empty())
        return makeError(ErrorCode::NoCases);
    return out;
}

} // namespace fovea

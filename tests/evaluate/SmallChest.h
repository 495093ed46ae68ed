#pragma once

#include "model/domain/Analysis.h"
#include "model/engine/Engine.h"

#include <string>
#include <vector>

namespace fovea::testing {

/// Labels of the small chest.
inline constexpr std::uint16_t LowerRight = 14;
inline constexpr std::uint16_t UpperLeft = 10;
inline constexpr std::uint16_t LowerLeft = 11;

/// 8 x 1 x 1 voxels of 10 mm along x from -35 to 35: two of the right lower lobe, one of nothing,
/// then (from x = -5) one of the left upper, three of the left lower lobe and one of nothing. All
/// HU are `hu`.
inline LabelledStudy smallChest(std::int16_t hu = 0)
{
    ImageGeometry geometry;
    geometry.size = {8, 1, 1};
    geometry.spacingMm = {10, 10, 10};
    geometry.originMm = {-35, 0, 0};
    const auto structure = [](std::uint16_t label, const char* name, Side side) {
        Structure s;
        s.label = label;
        s.name = name;
        s.anatomyId = "lung";
        s.side = side;
        return s;
    };
    LabelledStudy study;
    study.volume = Volume::create(geometry, std::vector<std::int16_t>(8, hu));
    study.labels = LabelMap::create(
        geometry, {LowerRight, LowerRight, 0, UpperLeft, LowerLeft, LowerLeft, LowerLeft, 0},
        {structure(LowerRight, "lung_lower_lobe_right", Side::Right),
         structure(UpperLeft, "lung_upper_lobe_left", Side::Left),
         structure(LowerLeft, "lung_lower_lobe_left", Side::Left)});
    study.regions.push_back({"lung", "", {}, {}});
    return study;
}

/// Adds a finding to the study's lung.
inline void addFinding(LabelledStudy& study, LabelledFinding finding)
{
    study.regions.front().findings.push_back(finding.findingId);
    study.regions.front().details.push_back(std::move(finding));
}

/// The lung on four tokens of two voxels along x; `attention` is one value per token.
inline RegionEmbedding smallLung(std::vector<float> attention = {0.1F, 0.2F, 0.4F, 0.3F})
{
    RegionEmbedding region;
    region.anatomyId = "lung";
    region.vector = {1, 0};
    region.attention = std::move(attention);
    region.tokenGrid = {1, 1, 4};
    region.tokenOriginMm = {-30, 0, 0};
    region.tokenStepMm = {Vec3{0, 0, 10}, Vec3{0, 10, 0}, Vec3{20, 0, 0}};
    return region;
}

inline Finding scored(const std::string& findingId, double score)
{
    Finding finding;
    finding.anatomyId = "lung";
    finding.findingId = findingId;
    finding.score = score;
    return finding;
}

} // namespace fovea::testing

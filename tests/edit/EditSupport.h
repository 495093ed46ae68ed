#pragma once

#include "model/edit/EditTarget.h"
#include "model/edit/LabelPatch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

namespace fovea::testing {

/// Unequal spacing, turned axes, away from the origin: nothing that is right by accident.
inline ImageGeometry obliqueGrid()
{
    const double c = std::cos(0.4);
    const double s = std::sin(0.4);
    return {.size = {30, 26, 18},
            .spacingMm = {0.7, 0.9, 2.5},
            .originMm = {-12, 34, 56},
            .axes = {Vec3{c, s, 0}, Vec3{-s, c, 0}, Vec3{0, 0, 1}}};
}

inline Vec3 centreOf(const ImageGeometry& geometry, Index3 index)
{
    return geometry.indexToPatient({double(index[0]), double(index[1]), double(index[2])});
}

template <typename Visit> void eachVoxel(const ImageGeometry& geometry, Visit visit)
{
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i)
                visit(Index3{i, j, k});
        }
    }
}

/// A map of what `labelOf` says of every voxel.
inline LabelMapPtr mapOf(const ImageGeometry& geometry,
                         const std::function<std::uint16_t(Index3)>& labelOf)
{
    std::vector<std::uint16_t> labels;
    eachVoxel(geometry, [&](Index3 index) { labels.push_back(labelOf(index)); });
    return LabelMap::create(
        geometry, std::move(labels),
        {Structure{.label = 3, .name = "liver", .anatomyId = "liver", .colour = {9, 8, 7}},
         Structure{.label = 5, .name = "aorta", .anatomyId = "aorta"}});
}

inline EditTarget liver(bool overwriteOthers = false)
{
    return {Structure{.label = 3, .name = "liver", .anatomyId = "liver", .colour = {9, 8, 7}},
            overwriteOthers};
}

/// The patched map is what making it anew from its voxels gives.
inline LabelMapPtr applied(const LabelMap& map, const LabelPatch& patch)
{
    const Result<LabelMapPtr> result = applyPatch(map, patch);
    EXPECT_TRUE(result);
    if (!result)
        return nullptr;
    std::vector<Structure> known = map.structures();
    known.insert(known.end(), patch.structures.begin(), patch.structures.end());
    const auto labels = (*result)->labels();
    const LabelMapPtr anew =
        LabelMap::create(map.geometry(), {labels.begin(), labels.end()}, std::move(known));
    EXPECT_EQ((*result)->maxLabel(), anew->maxLabel());
    EXPECT_EQ((*result)->structures().size(), anew->structures().size());
    for (const Structure& expected : anew->structures()) {
        const Structure* found = (*result)->structure(expected.label);
        EXPECT_NE(found, nullptr) << expected.name;
        if (!found)
            continue;
        EXPECT_EQ(found->name, expected.name);
        EXPECT_EQ(found->anatomyId, expected.anatomyId);
        EXPECT_EQ(found->voxelCount, expected.voxelCount) << expected.name;
        EXPECT_EQ(found->low, expected.low) << expected.name;
        EXPECT_EQ(found->high, expected.high) << expected.name;
    }
    return *result;
}

inline bool sameLabels(const LabelMap& a, const LabelMap& b)
{
    return std::ranges::equal(a.labels(), b.labels());
}

} // namespace fovea::testing

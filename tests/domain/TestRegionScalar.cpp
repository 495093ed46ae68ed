#include "model/domain/measureScalars.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

std::optional<double> valueOf(const std::vector<RegionScalar>& scalars, const char* anatomy,
                              ScalarKind kind)
{
    for (const RegionScalar& scalar : scalars) {
        if (scalar.anatomyId == anatomy && scalar.kind == kind)
            return scalar.value;
    }
    return std::nullopt;
}

TEST(RegionScalar, MeasuresWhatMeansSomethingForEachAnatomy)
{
    ImageGeometry geometry;
    geometry.size = {4, 2, 1};
    geometry.spacingMm = {10, 10, 10}; // A voxel is a millilitre.
    const VolumePtr volume = Volume::create(geometry, {-960, -950, -951, -700, 131, 130, 40, 0});
    const LabelMapPtr labels = LabelMap::create(geometry, {1, 1, 2, 2, 3, 3, 3, 0}, {});
    const auto scalars =
        measureScalars(*volume, *labels, {{"lung", {1, 2}}, {"heart", {3}}, {"aorta", {9}}});
    EXPECT_EQ(valueOf(scalars, "lung", ScalarKind::VolumeMl), 4.0);
    EXPECT_EQ(valueOf(scalars, "lung", ScalarKind::MeanHu), (-960 - 950 - 951 - 700) / 4.0);
    EXPECT_EQ(valueOf(scalars, "lung", ScalarKind::LowDensity), 0.5);
    EXPECT_FALSE(valueOf(scalars, "lung", ScalarKind::HighDensityMl));
    EXPECT_EQ(valueOf(scalars, "heart", ScalarKind::HighDensityMl), 1.0);
    EXPECT_FALSE(valueOf(scalars, "heart", ScalarKind::LowDensity));
    EXPECT_FALSE(valueOf(scalars, "aorta", ScalarKind::VolumeMl));
}

TEST(RegionScalar, IdsGoThereAndBack)
{
    for (const ScalarKind kind : {ScalarKind::VolumeMl, ScalarKind::MeanHu, ScalarKind::LowDensity,
                                  ScalarKind::HighDensityMl})
        EXPECT_EQ(scalarKind(scalarId(kind)), kind);
    EXPECT_FALSE(scalarKind("weight"));
}

} // namespace
} // namespace fovea

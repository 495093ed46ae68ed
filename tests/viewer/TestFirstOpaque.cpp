#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/firstOpaque.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace fovea {
namespace {

constexpr Index3 marker{20, 24, 18};

/// Through the block's middle, from outside the grid to outside the grid.
Ray through(const ImageGeometry& geometry, const Vec3& direction)
{
    const Vec3 middle = geometry.indexToPatient({20, 24, 18});
    return {middle - direction * 300, middle + direction * 300};
}

TEST(FirstOpaque, findsTheFaceOfABlockFromEverySide)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, marker, 6);
        const Vec3 middle = geometry.indexToPatient({20, 24, 18});
        for (int a = 0; a < 3; ++a) {
            for (const double sign : {-1.0, 1.0}) {
                const Ray ray = through(geometry, geometry.axes[a] * sign);
                const auto at = firstOpaque(*volume, presetFunction(VolumePreset::Bone), ray, {});
                ASSERT_TRUE(at) << name;
                // Half way between the outermost voxel of the block and the next one.
                EXPECT_NEAR(norm(*at - middle), 6.5 * geometry.spacingMm[a], geometry.spacingMm[a])
                    << name;
                EXPECT_LT(dot(*at - middle, ray.toMm - ray.fromMm), 0) << "its near side";
            }
        }
        EXPECT_FALSE(firstOpaque(*volume, presetFunction(VolumePreset::Bone),
                                 {geometry.originMm, geometry.indexToPatient({39, 0, 0})}, {}));
    }
}

TEST(FirstOpaque, whatIsCutAwayOrSkippedIsSeenThrough)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const VolumePtr volume = test::markerVolume(geometry, marker, 6);
    const Vec3 middle = geometry.indexToPatient({20, 24, 18});
    const Ray ray = through(geometry, {0, 1, 0});
    const TransferFunction bone = presetFunction(VolumePreset::Bone);
    const std::vector<HalfSpace> behind{{middle, {0, 1, 0}}};
    const auto cut = firstOpaque(*volume, bone, ray, behind);
    ASSERT_TRUE(cut);
    EXPECT_GT((*cut)[1], middle[1] - 0.01);
    EXPECT_LT((*cut)[1], middle[1] + 3);
    EXPECT_FALSE(firstOpaque(*volume, bone, ray,
                             std::vector<HalfSpace>{{middle - Vec3{0, 20, 0}, {0, -1, 0}}}));
    const auto skipped =
        firstOpaque(*volume, bone, ray, {}, [&](const Vec3& at) { return at[1] < middle[1] + 2; });
    ASSERT_TRUE(skipped);
    EXPECT_GE((*skipped)[1], middle[1] + 2);
}

TEST(FirstOpaque, aVeilIsFoundWhereItShowsMost)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const VolumePtr volume = test::markerVolume(geometry, marker, 6);
    const Vec3 middle = geometry.indexToPatient({20, 24, 18});
    const Ray ray = through(geometry, {0, 1, 0});
    // 16 mm of block: 15 percent in all, then 1 percent.
    const TransferFunction veil{{{-1024, 0, {}}, {900, 0, {}}, {1000, 0.01, {}}}};
    const TransferFunction nothing{{{-1024, 0, {}}, {900, 0, {}}, {1000, 0.0006, {}}}};
    const auto at = firstOpaque(*volume, veil, ray, {});
    ASSERT_TRUE(at);
    EXPECT_LT(norm(*at - middle), 10);
    EXPECT_FALSE(firstOpaque(*volume, nothing, ray, {}));
}

TEST(FirstOpaque, aVoxelIsLookedForBehindThePlace)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const Vec3 middle = geometry.indexToPatient({20, 24, 18});
    const Ray ray = through(geometry, {0, 1, 0});
    const auto isMarked = [](const Index3& voxel) { return voxel[1] >= 24; };
    const auto near = firstVoxel(geometry, ray, middle - Vec3{0, 3, 0}, 4, isMarked);
    ASSERT_TRUE(near);
    EXPECT_EQ(*near, (Index3{20, 24, 18}));
    EXPECT_FALSE(firstVoxel(geometry, ray, middle - Vec3{0, 3, 0}, 1, isMarked));
}

TEST(VolumeCrop, boxesHoldWholeVoxelsWhereverTheGridLies)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const PatientBox box = boxAround(geometry, {10, 10, 10}, {12, 14, 16}, 0);
        for (const Index3& voxel : {Index3{10, 10, 10}, Index3{12, 14, 16}, Index3{10, 14, 16}}) {
            const Vec3 at =
                geometry.indexToPatient({double(voxel[0]), double(voxel[1]), double(voxel[2])});
            for (int a = 0; a < 3; ++a) {
                EXPECT_GE(at[a], box.lowMm[a] + 0.4) << name;
                EXPECT_LE(at[a], box.highMm[a] - 0.4) << name;
            }
        }
        const PatientBox wide = boxAround(geometry, {10, 10, 10}, {12, 14, 16}, 5);
        EXPECT_NEAR(wide.lowMm[0], box.lowMm[0] - 5, 1e-9) << name;
        EXPECT_NEAR(wide.highMm[2], box.highMm[2] + 5, 1e-9) << name;
        EXPECT_EQ(boxAround(geometry, {10, 10, 10}, {12, 14, 16}, 1000), boxOf(geometry)) << name;
    }
}

TEST(VolumeCrop, thePlaneFollowsTheSliceAndKeepsOneSide)
{
    const Vec3 cursor{10, 20, 30};
    VolumeCrop crop;
    EXPECT_TRUE(crop.halfSpaces(cursor, {}).empty());
    crop.plane = PlaneCut{SliceOrientation::Coronal, true};
    auto kept = crop.halfSpaces(cursor, {});
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept[0].contains({0, 25, 0})) << "posterior comes next";
    EXPECT_FALSE(kept[0].contains({0, 15, 0}));
    crop.plane->keepsNext = false;
    EXPECT_TRUE(crop.halfSpaces(cursor, {})[0].contains({0, 15, 0}));
    crop.box = PatientBox{{-1, -2, -3}, {1, 2, 3}};
    kept = crop.halfSpaces(cursor, {});
    ASSERT_EQ(kept.size(), 7U);
    const auto inAll = [&](const Vec3& at) {
        return std::ranges::all_of(kept, [&](const HalfSpace& half) { return half.contains(at); });
    };
    EXPECT_TRUE(inAll({0, 0, 0}));
    EXPECT_FALSE(inAll({0, 0, 3.5}));
    EXPECT_FALSE(inAll({-1.5, 0, 0}));
}

TEST(TransferFunction, isLinearBetweenItsPointsAndConstantBeyond)
{
    const TransferFunction function{{{0, 0.2, {0, 0, 0}}, {100, 0.6, {200, 100, 50}}}};
    EXPECT_DOUBLE_EQ(function.opacityAt(-500), 0.2);
    EXPECT_DOUBLE_EQ(function.opacityAt(0), 0.2);
    EXPECT_NEAR(function.opacityAt(25), 0.3, 1e-12);
    EXPECT_DOUBLE_EQ(function.opacityAt(900), 0.6);
    EXPECT_EQ(function.colourAt(50), (Rgb{100, 50, 25}));
    EXPECT_EQ(function.colourAt(101), (Rgb{200, 100, 50}));
    for (const VolumePreset preset : volumePresets) {
        const TransferFunction own = presetFunction(preset);
        ASSERT_GE(own.points.size(), 2U);
        EXPECT_EQ(own.points.front().hu, TransferFunction::lowestHu);
        EXPECT_EQ(own.points.back().hu, TransferFunction::highestHu);
        EXPECT_TRUE(
            std::ranges::is_sorted(own.points, std::ranges::less_equal{}, &TransferPoint::hu) ||
            std::ranges::is_sorted(own.points, {}, &TransferPoint::hu));
        EXPECT_FALSE(VolumeLook(preset).isChanged());
    }
}

} // namespace
} // namespace fovea

#include "model/domain/StructureCheck.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace fovea {
namespace {

/// Boxes on a grid of 100 x 80 x 120 voxels of 4 mm whose k grows towards the head or the feet.
class Map {
public:
    explicit Map(bool headwards = true)
    {
        m_geometry.size = {100, 80, 120};
        m_geometry.spacingMm = {4, 4, 4};
        if (!headwards)
            m_geometry.axes[2] = {0, 0, -1};
    }
    Map& box(const char* name, Index3 low, Index3 high)
    {
        Structure structure;
        structure.label = static_cast<std::uint16_t>(m_structures.size() + 1);
        structure.name = name;
        structure.low = low;
        structure.high = high;
        structure.voxelCount = 1;
        for (std::size_t a = 0; a < 3; ++a)
            structure.voxelCount *= static_cast<std::size_t>(high[a] - low[a] + 1);
        m_structures.push_back(structure);
        return *this;
    }
    StructureCheck check(const std::string& name) const
    {
        const auto map = LabelMap::createMeasured(
            m_geometry, std::vector<std::uint16_t>(m_geometry.voxelCount()), m_structures);
        const auto found = std::ranges::find(m_structures, name, &Structure::name);
        return checkStructures(*map)[static_cast<std::size_t>(found - m_structures.begin())];
    }

private:
    ImageGeometry m_geometry;
    std::vector<Structure> m_structures;
};

TEST(StructureCheck, NothingSpeaksAgainstAChest)
{
    const Map map = Map()
                        .box("lung_right", {10, 20, 60}, {40, 60, 110})
                        .box("lung_left", {60, 20, 60}, {90, 60, 110})
                        .box("vertebrae_T5", {45, 60, 90}, {52, 70, 95})
                        .box("vertebrae_T6", {45, 60, 82}, {52, 70, 89})
                        .box("kidney_left", {65, 50, 20}, {75, 60, 45});
    for (const char* name :
         {"lung_right", "lung_left", "vertebrae_T5", "vertebrae_T6", "kidney_left"})
    {
        EXPECT_FALSE(map.check(name).isImplausible()) << name;
        EXPECT_FALSE(map.check(name).atBorder) << name;
    }
}

TEST(StructureCheck, SidesAreThePatients)
{
    const Map map = Map()
                        .box("lung_left", {10, 20, 60}, {40, 60, 110})
                        .box("lung_right", {60, 20, 60}, {90, 60, 110})
                        .box("rib_left_3", {80, 20, 60}, {90, 60, 62})
                        .box("heart_ventricle_left", {40, 30, 60}, {60, 45, 80})
                        .box("heart_ventricle_right", {42, 20, 60}, {64, 30, 80});
    EXPECT_TRUE(map.check("lung_left").wrongSide);
    EXPECT_TRUE(map.check("lung_right").wrongSide);
    EXPECT_FALSE(map.check("rib_left_3").wrongSide) << "there is none to compare with";
    EXPECT_FALSE(map.check("heart_ventricle_left").wrongSide) << "they lie one before the other";
}

TEST(StructureCheck, OrderIsAlongThePatientWhateverTheStorage)
{
    for (const bool headwards : {true, false}) {
        const Map map = Map(headwards)
                            .box("vertebrae_T5", {45, 60, 90}, {52, 70, 95})
                            .box("vertebrae_T7", {45, 60, 82}, {52, 70, 89})
                            .box("heart", {40, 20, 60}, {60, 40, 80})
                            .box("kidney_left", {65, 50, 20}, {75, 60, 45});
        for (const char* name : {"vertebrae_T5", "vertebrae_T7", "heart", "kidney_left"})
            EXPECT_EQ(map.check(name).outOfOrder, !headwards) << name;
    }
}

TEST(StructureCheck, WhatTheScanCutsMayBeSmall)
{
    const Map map = Map()
                        .box("liver", {10, 20, 0}, {30, 40, 3})
                        .box("spleen", {70, 50, 40}, {72, 52, 42})
                        .box("heart", {20, 20, 40}, {79, 59, 99})
                        .box("stomach", {70, 20, 40}, {71, 21, 41});
    EXPECT_TRUE(map.check("liver").atBorder);
    EXPECT_FALSE(map.check("liver").unlikelyVolume) << "113 ml of it are in the scan";
    EXPECT_TRUE(map.check("spleen").unlikelyVolume) << "1.7 ml";
    EXPECT_TRUE(map.check("heart").unlikelyVolume) << "9.2 l";
    EXPECT_FALSE(map.check("stomach").unlikelyVolume) << "may be empty";
}

TEST(StructureCheck, AHeartIsWithItsChambers)
{
    const auto heart = [](bool chambers) {
        Map map;
        map.box("heart", {40, 20, 60}, {44, 24, 64}); // 125 voxels: what the chambers leave
        if (chambers)
            map.box("heart_ventricle_left", {30, 20, 60}, {60, 50, 90});
        return map.check("heart").unlikelyVolume;
    };
    EXPECT_TRUE(heart(false));
    EXPECT_FALSE(heart(true));
}

TEST(StructureCheck, WhatTheNetworkWasUnsureOfIsDoubtful)
{
    ImageGeometry geometry;
    geometry.size = {8, 8, 8};
    std::vector<std::uint16_t> labels(512);
    labels[geometry.offset({3, 3, 3})] = 1;
    labels[geometry.offset({4, 4, 4})] = 2;
    labels[geometry.offset({5, 5, 5})] = 3;
    const auto map = LabelMap::create(geometry, labels, {});
    const auto checks = checkStructures(*map, {{1, 0.95, 0.4}, {2, 0.5, 0.4}, {3, 0.95, 1.4}});
    ASSERT_EQ(checks.size(), 3u);
    EXPECT_FALSE(checks[0].isDoubtful());
    EXPECT_TRUE(checks[1].isDoubtful()) << "a low probability";
    EXPECT_TRUE(checks[2].isDoubtful()) << "torn between several at its rim";
    EXPECT_FALSE(checks[1].isImplausible()) << "its shape says nothing against it";
    EXPECT_FALSE(checkStructures(*map)[1].unsure) << "nobody said anything";
}

} // namespace
} // namespace fovea

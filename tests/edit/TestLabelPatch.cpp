#include "model/edit/measuredAgain.h"
#include "tests/edit/EditSupport.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace fovea {
namespace {

using namespace testing;
using ::testing::UnorderedElementsAre;

const ImageGeometry grid{.size = {7, 5, 4}, .spacingMm = {1, 2, 3}};

LabelMapPtr twoBoxes()
{
    return mapOf(grid, [](Index3 at) -> std::uint16_t {
        if (at[0] < 3 && at[2] < 2)
            return 3;
        return at[0] > 4 && at[1] > 2 ? 5 : 0;
    });
}

/// The patch that puts `label` into a box.
LabelPatch fill(const LabelMap& map, const IndexBox& box, std::uint16_t label,
                std::vector<Structure> known = {})
{
    const LabelBlock before = readBlock(map, box);
    LabelBlock after = before;
    std::ranges::fill(after.labels, label);
    known.insert(known.end(), map.structures().begin(), map.structures().end());
    return differences(map.geometry(), before, after, known);
}

TEST(LabelPatch, HoldsOnlyWhatDiffers)
{
    const LabelMapPtr map = twoBoxes();
    const LabelPatch patch = fill(*map, {{1, 1, 0}, {5, 2, 0}}, 3);
    // Voxels 1 and 2 of both rows are label 3 already.
    EXPECT_EQ(patch.voxelCount(), 6u);
    EXPECT_EQ(patch.runs.size(), 2u);
    EXPECT_EQ(patch.box, (IndexBox{{3, 1, 0}, {5, 2, 0}}));
    EXPECT_THAT(changedLabels(patch), UnorderedElementsAre(3));
    EXPECT_TRUE(fill(*map, {{0, 0, 0}, {2, 4, 1}}, 3).empty());
}

TEST(LabelPatch, CountsAndBoxesFollow)
{
    const LabelMapPtr map = twoBoxes();
    applied(*map, fill(*map, {{4, 4, 3}, {6, 4, 3}}, 3)); // Grows far away, the other shrinks.
    applied(*map, fill(*map, {{2, 0, 0}, {2, 4, 1}}, 0)); // Loses a whole face.
    applied(*map, fill(*map, {{2, 0, 0}, {2, 0, 0}}, 0)); // Loses one voxel of a face.
    applied(*map, fill(*map, {{1, 1, 0}, {1, 1, 0}}, 0));
    applied(*map, fill(*map, {{0, 0, 0}, {6, 4, 3}}, 5)); // All.
    applied(*map, fill(*map, {{0, 0, 0}, {6, 4, 3}}, 0)); // Nothing is left.
}

TEST(LabelPatch, TheMapItselfStays)
{
    const LabelMapPtr map = twoBoxes();
    const LabelMapPtr same = twoBoxes();
    applied(*map, fill(*map, {{0, 0, 0}, {6, 4, 3}}, 5));
    EXPECT_TRUE(sameLabels(*map, *same));
}

TEST(LabelPatch, ReversedTakesItBack)
{
    const LabelMapPtr map = twoBoxes();
    const LabelPatch patch = fill(*map, {{1, 0, 0}, {6, 4, 2}}, 5);
    const LabelMapPtr changed = applied(*map, patch);
    EXPECT_FALSE(sameLabels(*map, *changed));
    EXPECT_TRUE(sameLabels(*map, *applied(*changed, reversed(patch))));
}

TEST(LabelPatch, AStructureComesBackByName)
{
    const LabelMapPtr map = twoBoxes();
    const LabelPatch erase = fill(*map, {{0, 0, 0}, {2, 4, 1}}, 0);
    const LabelMapPtr without = applied(*map, erase);
    EXPECT_EQ(without->structure(3), nullptr);
    const LabelMapPtr back = applied(*without, reversed(erase));
    ASSERT_NE(back->structure(3), nullptr);
    EXPECT_EQ(back->structure(3)->name, "liver");
    EXPECT_EQ(back->structure(3)->colour, (Rgb{9, 8, 7}));
    EXPECT_THAT(back->labelsOf("liver"), ::testing::ElementsAre(3));
}

TEST(LabelPatch, ANewStructureIsNamedByThePatch)
{
    const LabelMapPtr map = twoBoxes();
    const std::uint16_t label = freeLabel(*map);
    EXPECT_EQ(label, 6);
    const LabelMapPtr with =
        applied(*map, fill(*map, {{3, 3, 3}, {3, 3, 3}}, label,
                           {Structure{.label = label, .name = "nodule", .anatomyId = {}}}));
    ASSERT_NE(with->structure(label), nullptr);
    EXPECT_EQ(with->structure(label)->name, "nodule");
    EXPECT_EQ(with->maxLabel(), label);
}

TEST(LabelPatch, OfAnotherGridIsRefused)
{
    const LabelMapPtr map = twoBoxes();
    LabelPatch patch;
    patch.runs.push_back({grid.voxelCount() - 1, 2, 0, 3});
    const auto result = applyPatch(*map, patch);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::GridMismatch);
}

TEST(LabelPatch, GoesIntoABlockThatCoversAPart)
{
    const LabelMapPtr map = twoBoxes();
    const LabelPatch patch = fill(*map, {{0, 0, 0}, {6, 4, 3}}, 5);
    LabelBlock block = readBlock(*map, {{2, 1, 1}, {4, 3, 2}});
    applyTo(block, grid, patch);
    EXPECT_EQ(block, readBlock(*applied(*map, patch), block.box));
}

TEST(LabelPatch, MeasuresAreThoseOfAWholePass)
{
    const LabelMapPtr map = twoBoxes();
    std::vector<std::int16_t> hu;
    eachVoxel(grid, [&](Index3 at) { hu.push_back(std::int16_t(at[0] * 31 - at[1] * 7 + at[2])); });
    const VolumePtr volume = Volume::create(grid, hu);
    const auto before = measureStructures(*volume, *map);
    for (const IndexBox& box : {IndexBox{{2, 1, 0}, {5, 4, 2}}, IndexBox{{0, 0, 0}, {2, 4, 1}}}) {
        const LabelPatch patch = fill(*map, box, 5);
        const LabelMapPtr changed = applied(*map, patch);
        const auto whole = measureStructures(*volume, *changed);
        const auto again = measuredAgain(*volume, *changed, before, patch);
        ASSERT_EQ(again.size(), whole.size());
        for (std::size_t n = 0; n < whole.size(); ++n) {
            EXPECT_EQ(again[n].label, whole[n].label);
            EXPECT_EQ(again[n].voxelCount, whole[n].voxelCount);
            EXPECT_DOUBLE_EQ(again[n].volumeMl, whole[n].volumeMl);
            EXPECT_DOUBLE_EQ(again[n].meanHu, whole[n].meanHu);
            EXPECT_DOUBLE_EQ(again[n].sdHu, whole[n].sdHu);
        }
    }
}

} // namespace
} // namespace fovea

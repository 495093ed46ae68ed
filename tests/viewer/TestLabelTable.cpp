#include "tests/viewer/support/markerVolume.h"
#include "viewer/ViewState.h"
#include "viewer/abnormalityColour.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

class LabelTableTest : public ::testing::Test {
protected:
    LabelTableTest()
    {
        const ImageGeometry geometry = test::gridCases().front().geometry;
        std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
        labels[0] = 2;
        labels[1] = 3;
        labels[2] = 5;
        const auto structure = [](std::uint16_t label, const char* anatomy, Rgb colour) {
            Structure s;
            s.label = label;
            s.anatomyId = anatomy;
            s.colour = colour;
            return s;
        };
        m_state.show(test::markerVolume(geometry, {5, 5, 5}, 1),
                     LabelMap::create(geometry, std::move(labels),
                                      {structure(2, "lung", {10, 20, 30}),
                                       structure(3, "heart", {40, 50, 60}),
                                       structure(5, "", {70, 80, 90})}));
        m_state.overlayOpacity.set(0.4);
    }

    ViewState m_state;
};

TEST_F(LabelTableTest, structuresInTheirColours)
{
    const LabelTable table = sliceLabelTable(m_state);
    ASSERT_EQ(table.size(), 6U);
    EXPECT_EQ(table[0].alpha, 0);
    EXPECT_EQ(table[2], (Rgba{10, 20, 30, 102}));
    EXPECT_EQ(table[5], (Rgba{70, 80, 90, 102}));
    m_state.labelColours.set({{2, {1, 2, 3}}});
    EXPECT_EQ(sliceLabelTable(m_state)[2], (Rgba{1, 2, 3, 102}));
}

TEST_F(LabelTableTest, abnormalityColoursScoredAnatomies)
{
    m_state.overlayMode.set(OverlayMode::Abnormality);
    m_state.abnormality.set({{"lung", 0.8}});
    const LabelTable table = sliceLabelTable(m_state);
    EXPECT_EQ(table[2], rgba(abnormalityColour(0.8), 102));
    EXPECT_EQ(table[3], rgba(noScoreColour, 102));
    EXPECT_EQ(table[5].alpha, 0) << "belongs to no anatomy that could be scored";
}

TEST_F(LabelTableTest, hidesLabelsAnatomiesAndEverything)
{
    m_state.hiddenLabels.set({5});
    m_state.hiddenAnatomies.set({"heart"});
    EXPECT_EQ(sliceLabelTable(m_state)[5].alpha, 0);
    EXPECT_EQ(sliceLabelTable(m_state)[3].alpha, 0);
    EXPECT_NE(sliceLabelTable(m_state)[2].alpha, 0);

    m_state.overlayMode.set(OverlayMode::Off);
    EXPECT_TRUE(sliceLabelTable(m_state).empty());
    EXPECT_EQ(surfaceLabelTable(m_state)[2], (Rgba{10, 20, 30, 255}));
    m_state.overlaysVisible.set(false);
    EXPECT_TRUE(surfaceLabelTable(m_state).empty());
}

TEST_F(LabelTableTest, anotherStudyStartsClean)
{
    m_state.hiddenAnatomies.set({"heart"});
    m_state.abnormality.set({{"lung", 0.8}});
    m_state.window.set({-600, 1500});
    bool labelsBesideOtherVolume = false;
    const ImageGeometry other = test::gridCases()[1].geometry;
    const auto watch = m_state.volume.observe(
        [&](const VolumePtr&) { labelsBesideOtherVolume |= m_state.labels.get() != nullptr; });
    m_state.show(test::markerVolume(other, {5, 5, 5}, 1), nullptr);
    EXPECT_FALSE(labelsBesideOtherVolume);
    EXPECT_TRUE(m_state.hiddenAnatomies.get().empty());
    EXPECT_TRUE(m_state.abnormality.get().empty());
    EXPECT_EQ(m_state.cursorMm.get(), other.centreMm());
    EXPECT_EQ(m_state.window.get(), (WindowLevel{-600, 1500})) << "the reader's own choice";
}

} // namespace
} // namespace fovea

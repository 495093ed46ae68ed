#include "tests/viewer/support/markerVolume.h"
#include "viewer/ViewState.h"
#include "viewer/slice/SliceRenderer.h"

#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr Index3 marker{20, 24, 18};
constexpr int side = 120;

std::vector<std::uint32_t> paint(const Volume& volume, const LabelMap& labels,
                                 const LabelBlock* preview, SliceOrientation orientation,
                                 int outline)
{
    static const LabelTable table{{}, {255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}};
    const SliceAxes axes = sliceAxes(orientation);
    SliceRequest request;
    request.volume = &volume;
    request.labels = &labels;
    request.labelPreview = preview;
    request.labelTable = table;
    request.plane = {volume.geometry().indexToPatient({20, 24, 18}), axes.right, axes.down, 0.9};
    request.plane.originMm = request.plane.pixelToPatient(-side / 2.0, -side / 2.0);
    request.outlinePixels = outline;
    request.width = request.height = side;
    std::vector<std::uint32_t> pixels(side * side);
    renderSlice(request, pixels, side);
    return pixels;
}

/// A preview shows what the map would show if it had the preview's labels.
TEST(LabelPreview, IsShownAsTheMapWouldBe)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = test::markerVolume(geometry, marker, 3);
        const LabelMapPtr labels = test::markerLabels(geometry, marker, 6, 1, "lung");
        // Part of the structure goes, another comes, one of a label that the map does not know.
        LabelBlock block = readBlock(*labels, {{16, 20, 15}, {30, 40, 19}});
        for (std::size_t n = 0; n < block.labels.size(); ++n)
            block.labels[n] = n % 21 < 5 ? 0 : n % 21 < 12 ? 3 : block.labels[n];
        std::vector<std::uint16_t> changed(labels->labels().begin(), labels->labels().end());
        for (int k = 15; k <= 19; ++k) {
            for (int j = 20; j <= 40; ++j) {
                for (int i = 16; i <= 30; ++i)
                    changed[geometry.offset({i, j, k})] = block.at({i, j, k});
            }
        }
        const LabelMapPtr after = LabelMap::create(geometry, changed, {});
        for (const auto orientation :
             {SliceOrientation::Axial, SliceOrientation::Coronal, SliceOrientation::Sagittal})
        {
            for (const int outline : {0, 2}) {
                const auto expected = paint(*volume, *after, nullptr, orientation, outline);
                EXPECT_EQ(paint(*volume, *labels, &block, orientation, outline), expected) << name;
                EXPECT_NE(paint(*volume, *labels, nullptr, orientation, outline), expected) << name;
            }
        }
    }
}

TEST(LabelPreview, ColoursAStructureThatTheMapDoesNotHaveYet)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    ViewState state;
    state.show(test::markerVolume(geometry, marker, 3),
               test::markerLabels(geometry, marker, 6, 1, "lung"));
    auto preview = std::make_shared<LabelPreview>();
    preview->block = readBlock(*state.labels.get(), {{1, 1, 1}, {2, 2, 2}});
    preview->structures = {
        Structure{.label = 7, .name = "nodule", .anatomyId = {}, .colour = {1, 2, 3}}};
    EXPECT_EQ(sliceLabelTable(state).size(), 2U);
    state.labelPreview.set(preview);
    const LabelTable table = sliceLabelTable(state);
    ASSERT_EQ(table.size(), 8U);
    EXPECT_EQ(table[7].green, 2);
    EXPECT_GT(table[7].alpha, 0);
    state.show(nullptr);
    EXPECT_EQ(state.labelPreview.get(), nullptr);
}

} // namespace
} // namespace fovea

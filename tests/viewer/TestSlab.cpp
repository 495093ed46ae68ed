#include "tests/viewer/support/markerVolume.h"
#include "tests/viewer/support/sliceEvents.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace fovea {
namespace {

constexpr Index3 marker{29, 11, 25};
constexpr int side = 120;
constexpr SliceOrientation orientations[] = {SliceOrientation::Axial, SliceOrientation::Coronal,
                                             SliceOrientation::Sagittal};

/// The patient position in the centre of pixel (60, 60).
SlicePlane planeThrough(const Vec3& positionMm, SliceOrientation orientation)
{
    const SliceAxes axes = sliceAxes(orientation);
    SlicePlane plane{positionMm, axes.right, axes.down, 0.75};
    plane.originMm = plane.pixelToPatient(-60, -60);
    return plane;
}

std::vector<std::uint32_t> paint(SliceRequest request)
{
    request.width = request.height = side;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(side * side));
    renderSlice(request, pixels, side);
    return pixels;
}

int greyAt(const SliceRequest& request, int x = 60, int y = 60)
{
    return static_cast<int>(paint(request)[static_cast<std::size_t>(y * side + x)] & 0xffU);
}

/// HU by a function of patient position.
template <typename Function> VolumePtr fill(const ImageGeometry& geometry, Function hu)
{
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    for (int k = 0; k < geometry.size[2]; ++k)
        for (int j = 0; j < geometry.size[1]; ++j)
            for (int i = 0; i < geometry.size[0]; ++i)
                voxels[geometry.offset({i, j, k})] = static_cast<std::int16_t>(
                    std::lround(hu(geometry.indexToPatient({1.0 * i, 1.0 * j, 1.0 * k}))));
    return Volume::create(geometry, std::move(voxels));
}

TEST(Slab, thickensAlongItsSteps)
{
    EXPECT_EQ(thickened({SlabMode::Average, 10}, 1), (Slab{SlabMode::Average, 12}));
    EXPECT_EQ(thickened({SlabMode::Average, 10}, -2), (Slab{SlabMode::Average, 6}));
    EXPECT_EQ(thickened({SlabMode::Maximum, 7}, 1), (Slab{SlabMode::Maximum, 8}));
    EXPECT_EQ(thickened({SlabMode::Maximum, 7}, -1), (Slab{SlabMode::Maximum, 6}));
    EXPECT_EQ(thickened({SlabMode::Maximum, 80}, 9), (Slab{SlabMode::Maximum, 100}));
    EXPECT_FALSE(thickened({SlabMode::Minimum, 2}, -2).isThick());
    EXPECT_FALSE(thickened({}, -3).isThick());
    EXPECT_EQ(thickened({}, 2), (Slab{SlabMode::Maximum, 2}));
}

TEST(Slab, projectsWhatLiesInItAndNoMore)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const Vec3 at = geometry.indexToPatient({29, 11, 25});
        for (const SliceOrientation orientation : orientations) {
            const Vec3 next = sliceAxes(orientation).next;
            SliceRequest request;
            request.window = {0, 2000};
            const VolumePtr bright = test::markerVolume(geometry, marker, 0);
            request.volume = bright.get();
            for (const double side : {-1.0, 1.0}) {
                request.plane = planeThrough(at + next * (side * 6), orientation);
                request.slab = {};
                EXPECT_EQ(greyAt(request), 0) << name;
                request.slab = {SlabMode::Maximum, 20};
                EXPECT_GT(greyAt(request), 150) << name;
                EXPECT_LT(greyAt(request, 66, 60), 20) << name << ", at its place only";
                EXPECT_LT(greyAt(request, 60, 54), 20) << name;
                request.slab.thicknessMm = 5;
                EXPECT_EQ(greyAt(request), 0) << name << ", 3.5 mm behind the slab";
                request.slab = {SlabMode::Average, 20};
                const int some = greyAt(request);
                EXPECT_GT(some, 10) << name;
                EXPECT_LT(some, 60) << name;
            }
            const VolumePtr dark = fill(
                geometry, [&](const Vec3& p) { return norm(p - at) < 0.3 ? -1000.0 : 1000.0; });
            request.volume = dark.get();
            request.plane = planeThrough(at + next * 6, orientation);
            request.slab = {SlabMode::Minimum, 20};
            EXPECT_LT(greyAt(request), 105) << name;
            request.slab = {SlabMode::Maximum, 20};
            EXPECT_EQ(greyAt(request), 255) << name;
        }
    }
}

TEST(Slab, averageOfARampIsTheRamp)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const Vec3 centre = geometry.centreMm();
        for (const SliceOrientation orientation : orientations) {
            const Vec3 next = sliceAxes(orientation).next;
            const VolumePtr ramp =
                fill(geometry, [&](const Vec3& p) { return 20 * dot(p - centre, next); });
            SliceRequest request;
            request.volume = ramp.get();
            request.window = {0, 511};
            for (const double depth : {-3.0, 0.0, 4.3}) {
                request.plane = planeThrough(centre + next * depth, orientation);
                for (const double thickness : {1.0, 4.0, 11.0}) {
                    request.slab = {SlabMode::Average, thickness};
                    // Along the grid a slab moves smoothly, too, but for what one slice is thick.
                    EXPECT_NEAR(greyAt(request), 127.5 + 10 * depth, 10.5)
                        << name << ' ' << depth << ' ' << thickness;
                }
            }
            request.slab = {SlabMode::Average, 8};
            request.plane = planeThrough(centre + next * 4.3, orientation);
            EXPECT_NEAR(greyAt(request), 127.5 + 43, 2) << name;
        }
    }
}

TEST(Slab, huIsWhatIsShown)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const VolumePtr volume = test::markerVolume(geometry, marker, 0);
    const Vec3 at = geometry.indexToPatient({29, 11, 25});
    const Vec3 next{0, 0, -1};
    EXPECT_EQ(slabHu(*volume, at, next, {}), 1000);
    EXPECT_EQ(slabHu(*volume, at + next * 6, next, {}), -1000);
    EXPECT_EQ(slabHu(*volume, at + next * 6, next, {SlabMode::Maximum, 14}), 1000);
    EXPECT_EQ(slabHu(*volume, at + next * 6, next, {SlabMode::Maximum, 10}), -1000);
    EXPECT_EQ(slabHu(*volume, at + next * 6, next, {SlabMode::Minimum, 20}), -1000);
    // Ten slices of 2 mm, one of them 2000 HU brighter.
    EXPECT_NEAR(*slabHu(*volume, at, next, {SlabMode::Average, 20}), -800, 1);
    const Vec3 above = geometry.indexToPatient({29, 11, 38});
    EXPECT_FALSE(slabHu(*volume, above, next, {}).has_value());
    EXPECT_EQ(slabHu(*volume, above, next, {SlabMode::Minimum, 20}), -1000)
        << "a slab that begins outside shows what it reaches";
}

TEST(Slab, belongsToAPlaneAndEndsWithTheStudy)
{
    ViewState state;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    state.show(test::markerVolume(geometry, marker, 0));
    state.cursorMm.set(geometry.indexToPatient({29, 11, 22}));
    SliceWidget axial(state, SliceOrientation::Axial);
    SliceWidget coronal(state, SliceOrientation::Coronal);
    axial.resize(300, 300);
    coronal.resize(300, 300);
    axial.show();
    coronal.show();
    QApplication::processEvents();
    const QPointF p = axial.toWidget(geometry.indexToPatient({29, 11, 22}));
    EXPECT_EQ(axial.probe(p).hu, -1000);
    const QImage lined = coronal.grab().toImage();
    state.crosshairVisible.set(false);
    const QImage before = coronal.grab().toImage();
    for (int n = 0; n < 8; ++n)
        test::wheel(axial, p, 120, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(axial.slab(), (Slab{SlabMode::Maximum, 10}));
    EXPECT_EQ(axial.probe(p).hu, -1000) << "6 mm off, and the slab reaches 5";
    test::wheel(axial, p, 120, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(axial.probe(p).hu, 1000);
    EXPECT_FALSE(coronal.slab().isThick());
    EXPECT_EQ(coronal.grab().toImage(), before);
    state.crosshairVisible.set(true);
    EXPECT_NE(coronal.grab().toImage(), lined) << "its borders are lines beside the plane's";
    test::wheel(axial, p, -1200, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(axial.slab().isThick());
    state.slab(SliceOrientation::Axial).set({SlabMode::Average, 20});
    state.show(test::markerVolume(geometry, marker, 1));
    EXPECT_FALSE(axial.slab().isThick());
}

TEST(Inverted, isTheNegativeInsideTheVolume)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        const VolumePtr volume = fill(geometry, [&](const Vec3& p) { return 10 * p[0]; });
        SliceRequest request;
        request.volume = volume.get();
        request.window = {0, 400};
        request.plane = planeThrough(geometry.centreMm(), SliceOrientation::Coronal);
        const auto plain = paint(request);
        request.inverted = true;
        const auto inverted = paint(request);
        int negatives = 0;
        for (std::size_t n = 0; n < plain.size(); ++n) {
            const int a = static_cast<int>(plain[n] & 0xffU);
            const int b = static_cast<int>(inverted[n] & 0xffU);
            ASSERT_TRUE(a + b == 255 || (a == 0 && b == 0)) << name;
            negatives += a + b == 255;
        }
        EXPECT_GT(negatives, 1000) << name;
        EXPECT_LT(negatives, side * side) << name << ", black remains around it";
    }
}

} // namespace
} // namespace fovea

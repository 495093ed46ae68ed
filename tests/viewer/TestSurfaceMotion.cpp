// Surfaces while they move: stand-ins are seen, the surfaces themselves are met.

#include "tests/viewer/support/markerVolume.h"
#include "viewer/volume/VolumeQuality.h"
#include "viewer/volume/VolumeScene.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <gtest/gtest.h>

namespace fovea {
namespace {

/// A ball of 15 mm under label 4 with a stand-in of a few triangles.
SurfaceSetPtr ball(const ImageGeometry& geometry)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount());
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i) {
                const Vec3 at = geometry.indexToPatient({i * 1.0, j * 1.0, k * 1.0});
                labels[geometry.offset({i, j, k})] = norm(at - geometry.centreMm()) < 15 ? 4 : 0;
            }
        }
    }
    SurfaceOptions options;
    options.draftTriangles = 60;
    const auto set = buildSurfaces(LabelMap::create(geometry, std::move(labels), {}), options, {});
    return set.ok() ? *set : nullptr;
}

TEST(SurfaceMotion, standInIsSeenAndTheSurfacePicked)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const SurfaceSetPtr surfaces = ball(geometry);
    ASSERT_TRUE(surfaces);
    ASSERT_LT(surfaces->draftTriangleCount(), surfaces->triangleCount() / 4);
    VolumeScene scene;
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
    scene.setSurfaces(surfaces);
    const auto whole = scene.renderOffscreen(300, 300);
    ASSERT_TRUE(whole.ok());
    const auto at = scene.project(geometry.centreMm() + Vec3{6, 0, 3});
    const auto pickWhole = scene.pick(at[0], at[1]);
    scene.setInteracting(true);
    const auto draft = scene.renderOffscreen(300, 300);
    ASSERT_TRUE(draft.ok());
    int other = 0;
    for (std::size_t n = 0; n < whole->pixels.size(); n += 3)
        other += whole->pixels[n] != draft->pixels[n] ? 1 : 0;
    EXPECT_GT(other, 1000) << "the stand-in is drawn";
    EXPECT_EQ(scene.pick(at[0], at[1]), pickWhole) << "and the surface is met";
    ASSERT_TRUE(pickWhole);
    EXPECT_EQ(pickWhole->label, 4);
    EXPECT_EQ(scene.renderOffscreen(300, 300)->pixels, draft->pixels) << "after the pick as before";
    scene.setLabelTable({});
    EXPECT_FALSE(scene.pick(at[0], at[1])) << "hidden";
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
    scene.setInteracting(false);
    EXPECT_EQ(scene.renderOffscreen(300, 300)->pixels, whole->pixels);
}

TEST(SurfaceMotion, slowMachinesGetStandInsAndThenTheWhole)
{
    const SurfaceSetPtr surfaces = ball(test::gridCases().front().geometry);
    VolumeScene scene;
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
    scene.setSurfaces(surfaces);
    int asked = 0;
    VolumeQuality quality(scene, [&] { ++asked; });
    const auto frame = [&](int ms) {
        ASSERT_TRUE(quality.begin(300));
        QThread::msleep(static_cast<unsigned long>(ms));
        quality.end();
    };
    const auto wholeIsAskedFor = [&] {
        QElapsedTimer clock;
        clock.start();
        while (asked == 0 && clock.elapsed() < 5000)
            QApplication::processEvents(QEventLoop::AllEvents, 10);
        return asked > 0;
    };
    for (int drag = 0; drag < 2; ++drag) {
        quality.changed();
        frame(1);
        EXPECT_FALSE(quality.isWhole()) << "until the machine is known to be fast";
        asked = 0;
        ASSERT_TRUE(wholeIsAskedFor());
        frame(60);
        EXPECT_TRUE(quality.isWhole());
    }
}

} // namespace
} // namespace fovea

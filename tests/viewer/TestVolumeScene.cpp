#include "tests/viewer/support/markerVolume.h"
#include "viewer/RegionMap.h"
#include "viewer/volume/VolumeScene.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr Index3 marker{29, 11, 25};
constexpr int width = 400;
constexpr int height = 300;

SurfaceSetPtr surfacesOf(const LabelMapPtr& labels)
{
    auto surfaces = buildSurfaces(labels, {}, {});
    return surfaces.ok() ? *surfaces : nullptr;
}

struct Colour {
    int red, green, blue;
};

Colour at(const RgbPicture& picture, double x, double y)
{
    const auto n = static_cast<std::size_t>(std::lround(y) * picture.width + std::lround(x)) * 3;
    return {picture.pixels[n], picture.pixels[n + 1], picture.pixels[n + 2]};
}

bool reddish(const Colour& c)
{
    return c.red > 60 && c.red > 2 * c.green && c.red > 2 * c.blue;
}

TEST(VolumeScene, surfaceAppearsAndIsPickedWhereThePatientHasIt)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        VolumeScene scene;
        const LabelMapPtr labels = test::markerLabels(geometry, marker, 4, 4, "lung");
        const SurfaceSetPtr surfaces = surfacesOf(labels);
        ASSERT_TRUE(surfaces);
        scene.setVolume(test::markerVolume(geometry, marker, 4));
        scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
        scene.setSurfaces(surfaces);
        const Vec3 middle = geometry.indexToPatient({29, 11, 25});
        for (const ViewDirection direction :
             {ViewDirection::Anterior, ViewDirection::Posterior, ViewDirection::Left,
              ViewDirection::Right, ViewDirection::Superior, ViewDirection::Inferior})
        {
            scene.resetCamera(direction);
            scene.zoom(0.4);
            const auto picture = scene.renderOffscreen(width, height);
            ASSERT_TRUE(picture.ok()) << picture.error().detail;
            const auto p = scene.project(middle);
            EXPECT_TRUE(reddish(at(*picture, p[0], p[1])))
                << name << ", direction " << static_cast<int>(direction);
            EXPECT_FALSE(reddish(at(*picture, 20, 20)));
            const auto pick = scene.pick(p[0], p[1]);
            ASSERT_TRUE(pick) << name;
            EXPECT_EQ(pick->label, 4);
            EXPECT_EQ(pick->anatomyId, "lung");
            // On the block's surface, on the ray through its middle.
            EXPECT_GT(norm(pick->positionMm - middle), 3) << name;
            EXPECT_LT(norm(pick->positionMm - middle), 16) << name;
            const auto again = scene.project(pick->positionMm);
            EXPECT_NEAR(again[0], p[0], 1) << name;
            EXPECT_NEAR(again[1], p[1], 1) << name;
            EXPECT_FALSE(scene.pick(20, 20));
        }
    }
}

/// Boxes of the cells from half of the peak on lie where the patient has them, over the surfaces.
TEST(VolumeScene, strongCellsOfARegionMapHaveBoxes)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    VolumeScene scene;
    scene.setVolume(test::markerVolume(geometry, marker, 2));
    RegionMap map;
    map.size = {1, 1, 3};
    map.stepMm = {{{0, 0, 16}, {0, 12, 0}, {20, 0, 0}}};
    map.originMm = geometry.centreMm() - Vec3{20, 0, 0};
    map.values = {0.4F, 0.0F, 1.0F};
    const auto picture = [&](const RegionMap* shown) {
        scene.setRegionMap(shown);
        auto made = scene.renderOffscreen(width, height);
        EXPECT_TRUE(made.ok());
        return *made;
    };
    const RgbPicture without = picture(nullptr);
    const RgbPicture with = picture(&map);
    const auto changed = [&](const Vec3& positionMm) {
        const auto p = scene.project(positionMm);
        for (int dy = -2; dy <= 2; ++dy) {
            for (int dx = -2; dx <= 2; ++dx) {
                const Colour a = at(without, p[0] + dx, p[1] + dy);
                const Colour b = at(with, p[0] + dx, p[1] + dy);
                if (a.red != b.red || a.green != b.green || a.blue != b.blue)
                    return true;
            }
        }
        return false;
    };
    const Vec3 peak = map.centreMm(2);
    for (const double x : {-10.0, 10.0}) {
        EXPECT_TRUE(changed(peak + Vec3{x, -6, 8}));
        EXPECT_TRUE(changed(peak + Vec3{x, -6, 0})); // In the middle of an edge.
    }
    EXPECT_FALSE(changed(peak + Vec3{0, -6, 0})); // Nothing in the middle of a face.
    EXPECT_FALSE(changed(map.centreMm(0) + Vec3{-10, -6, 8}));
    const RgbPicture again = picture(nullptr);
    EXPECT_EQ(again.pixels, without.pixels);
}

TEST(VolumeScene, looksFromTheFront)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    scene.setVolume(test::markerVolume(geometry, marker, 1));
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    const Vec3 c = geometry.centreMm();
    const auto middle = scene.project(c);
    EXPECT_NEAR(middle[0], width / 2.0, 1);
    EXPECT_NEAR(middle[1], height / 2.0, 1);
    EXPECT_GT(scene.project(c + Vec3{20, 0, 0})[0], middle[0] + 10)
        << "patient's left on the picture's right";
    EXPECT_LT(scene.project(c + Vec3{0, 0, 20})[1], middle[1] - 10) << "head up";
    scene.resetCamera(ViewDirection::Left);
    EXPECT_GT(scene.project(c + Vec3{0, 20, 0})[0], middle[0] + 10)
        << "seen from the left, the back is on the right";
}

TEST(VolumeScene, hiddenSurfacesAreNeitherDrawnNorPicked)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    scene.setSurfaces(surfacesOf(test::markerLabels(geometry, marker, 4, 4, "lung")));
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
    const Vec3 middle = geometry.indexToPatient({29, 11, 25});
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    const auto p = scene.project(middle);
    ASSERT_TRUE(scene.pick(p[0], p[1]));
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 0}});
    const auto picture = scene.renderOffscreen(width, height);
    ASSERT_TRUE(picture.ok());
    EXPECT_FALSE(reddish(at(*picture, p[0], p[1])));
    EXPECT_FALSE(scene.pick(p[0], p[1]));
}

TEST(VolumeScene, whatIsInsideAShellIsSeenAndPicked)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const Vec3 middle = geometry.indexToPatient({20, 24, 18});
    const LabelMapPtr inner = test::markerLabels(geometry, {20, 24, 18}, 3, 4, "heart");
    const LabelMapPtr outer = test::markerLabels(geometry, {20, 24, 18}, 10, 5, "lung");
    std::vector<std::uint16_t> labels(outer->labels().begin(), outer->labels().end());
    for (std::size_t n = 0; n < labels.size(); ++n) {
        if (inner->labels()[n] != 0)
            labels[n] = 4;
    }
    VolumeScene scene;
    scene.setSurfaces(surfacesOf(LabelMap::create(
        geometry, labels, {inner->structures().front(), outer->structures().front()})));
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}, {40, 60, 250, 255}});
    const auto solid = scene.renderOffscreen(width, height);
    ASSERT_TRUE(solid.ok());
    const auto p = scene.project(middle);
    EXPECT_FALSE(reddish(at(*solid, p[0], p[1])));
    EXPECT_EQ(scene.pick(p[0], p[1])->label, 5);
    scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}, {40, 60, 250, 30}});
    const auto shells = scene.renderOffscreen(width, height);
    ASSERT_TRUE(shells.ok());
    EXPECT_TRUE(reddish(at(*shells, p[0], p[1])));
    EXPECT_EQ(scene.pick(p[0], p[1])->label, 4);
    // Beside what is inside, the shell itself is seen and picked.
    const auto beside = scene.project(middle + Vec3{10, 0, 0});
    EXPECT_GT(at(*shells, beside[0], beside[1]).blue, 40);
    EXPECT_EQ(scene.pick(beside[0], beside[1])->label, 5);
}

TEST(VolumeScene, cameraMoves)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    scene.setVolume(test::markerVolume(geometry, marker, 1));
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    const Vec3 c = geometry.centreMm();
    const auto before = scene.project(c);
    scene.pan(30, 12);
    EXPECT_NEAR(scene.project(c)[0], before[0] + 30, 0.5) << "the picture follows the pointer";
    EXPECT_NEAR(scene.project(c)[1], before[1] + 12, 0.5);
    scene.resetCamera();
    const Vec3 side = c + Vec3{20, 0, 0};
    const double distance = scene.project(side)[0] - before[0];
    scene.zoom(2);
    EXPECT_NEAR(scene.project(side)[0] - before[0], 2 * distance, 0.15 * distance);
    scene.resetCamera();
    scene.rotate(90, 0);
    EXPECT_NEAR(scene.project(side)[0], before[0], 1) << "seen from the side";
}

TEST(VolumeScene, cursorLiesOverTheSurface)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const Vec3 middle = geometry.indexToPatient({29, 11, 25});
    scene.setSurfaces(surfacesOf(test::markerLabels(geometry, marker, 6, 4, "lung")));
    scene.setLabelTable({{}, {}, {}, {}, {10, 10, 250, 255}});
    const auto without = scene.renderOffscreen(width, height);
    scene.setCursor(middle);
    const auto with = scene.renderOffscreen(width, height);
    ASSERT_TRUE(without.ok() && with.ok());
    // The vertical line is the head-foot axis, in the colour of the axial plane (red).
    const auto p = scene.project(middle + Vec3{0, 0, 7});
    bool seen = false;
    for (int dx = -2; dx <= 2; ++dx)
        seen |= reddish(at(*with, p[0] + dx, p[1])) && !reddish(at(*without, p[0] + dx, p[1]));
    EXPECT_TRUE(seen);

    // It stands on the axial plane when that lies obliquely, too.
    const PlaneFrame frame = PlaneFrame().turned(SliceOrientation::Coronal, 0.8);
    scene.setCursor(middle, frame);
    const auto turned = scene.renderOffscreen(width, height);
    ASSERT_TRUE(turned.ok());
    const auto along = scene.project(middle - frame.axes(SliceOrientation::Axial).next * 12);
    bool leaning = false;
    bool upright = false;
    const auto above = scene.project(middle + Vec3{0, 0, 12});
    for (int dx = -2; dx <= 2; ++dx) {
        leaning |= reddish(at(*turned, along[0] + dx, along[1]));
        upright |= reddish(at(*turned, above[0] + dx, above[1]));
    }
    EXPECT_TRUE(leaning);
    EXPECT_FALSE(upright);
}

TEST(VolumeScene, rendersTheVolumeWhereThePatientHasIt)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        VolumeScene scene;
        scene.setVolume(test::markerVolume(geometry, marker, 4));
        const auto empty = scene.renderOffscreen(width, height);
        ASSERT_TRUE(empty.ok());
        scene.setVolumeRendering(VolumePreset::Bone);
        for (const bool interacting : {true, false}) {
            scene.setInteracting(interacting);
            const auto picture = scene.renderOffscreen(width, height);
            ASSERT_TRUE(picture.ok());
            // Centre of gravity of what changed.
            double x = 0;
            double y = 0;
            double n = 0;
            for (int py = 0; py < height; ++py) {
                for (int px = 0; px < width; ++px) {
                    if (std::abs(at(*picture, px, py).red - at(*empty, px, py).red) > 40) {
                        x += px;
                        y += py;
                        ++n;
                    }
                }
            }
            ASSERT_GT(n, 50) << name;
            const auto p = scene.project(geometry.indexToPatient({29, 11, 25}));
            EXPECT_NEAR(x / n, p[0], 4) << name << (interacting ? " proxy" : " whole");
            EXPECT_NEAR(y / n, p[1], 4) << name << (interacting ? " proxy" : " whole");
        }
        scene.setVolumeRendering(std::nullopt);
        const auto off = scene.renderOffscreen(width, height);
        ASSERT_TRUE(off.ok());
        EXPECT_EQ(off->pixels, empty->pixels) << name;
    }
}

TEST(VolumeScene, renderedVolumeIsPickedWhereItIsSeen)
{
    for (const auto& [name, geometry] : test::gridCases()) {
        VolumeScene scene;
        scene.setVolume(test::markerVolume(geometry, marker, 4));
        scene.setVolumeRendering(VolumePreset::Bone);
        const Vec3 middle = geometry.indexToPatient({29, 11, 25});
        ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
        const auto p = scene.project(middle);
        auto pick = scene.pick(p[0], p[1]);
        ASSERT_TRUE(pick) << name;
        EXPECT_EQ(pick->label, 0) << "no label map, no name";
        EXPECT_LT(norm(pick->positionMm - middle), 16) << name;
        // On the side that is looked at: more anterior than the block's middle.
        EXPECT_LT(pick->positionMm[1], middle[1] - 3) << name;
        const auto again = scene.project(pick->positionMm);
        EXPECT_NEAR(again[0], p[0], 1) << name;
        EXPECT_NEAR(again[1], p[1], 1) << name;
        scene.setLabels(test::markerLabels(geometry, marker, 4, 4, "lung"));
        pick = scene.pick(p[0], p[1]);
        ASSERT_TRUE(pick) << name;
        EXPECT_EQ(pick->label, 4) << name;
        EXPECT_EQ(pick->anatomyId, "lung") << name;
        EXPECT_FALSE(scene.pick(20, 20)) << name;
    }
}

TEST(VolumeScene, stripsMakeTheWholePicture)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().back().geometry;
    scene.setVolume(test::markerVolume(geometry, marker, 7));
    scene.setVolumeRendering(VolumePreset::Bone);
    scene.setCursor(geometry.indexToPatient({29, 11, 25}));
    const auto whole = scene.renderOffscreen(width, height);
    ASSERT_TRUE(whole.ok());
    scene.setInteracting(true);
    const auto draft = scene.renderOffscreen(width, height);
    ASSERT_TRUE(draft.ok());
    ASSERT_NE(draft->pixels, whole->pixels);
    scene.setInteracting(false);
    scene.setStrip(0, 150);
    const auto half = scene.renderOffscreen(width, height);
    ASSERT_TRUE(half.ok());
    const auto row = static_cast<std::ptrdiff_t>(width) * 3;
    EXPECT_TRUE(
        std::equal(half->pixels.begin(), half->pixels.begin() + 150 * row, whole->pixels.begin()))
        << "the strip is the whole picture's";
    EXPECT_TRUE(std::equal(half->pixels.begin() + 150 * row, half->pixels.begin() + 200 * row,
                           draft->pixels.begin() + 150 * row))
        << "the rest is as it was";
    scene.setStrip(150, 100);
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    scene.setStrip(250, 50);
    const auto all = scene.renderOffscreen(width, height);
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(all->pixels, whole->pixels);
}

TEST(VolumeScene, cropCutsSurfacesAndVolumeAlike)
{
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const Vec3 middle = geometry.indexToPatient({29, 11, 25});
    // The patient's left half of the block, then a box of which an oblique plane takes a corner.
    const std::vector<HalfSpace> left{{middle, {1, 0, 0}}};
    VolumeCrop crop{PatientBox{middle - Vec3{6, 60, 60}, middle + Vec3{60, 60, 60}},
                    PlaneCut{SliceOrientation::Sagittal, true}};
    const auto corner =
        crop.halfSpaces(middle, PlaneFrame().turned(SliceOrientation::Coronal, 0.2));
    ASSERT_EQ(corner.size(), 7U);
    for (const bool rendered : {false, true}) {
        VolumeScene scene;
        scene.setVolume(test::markerVolume(geometry, marker, 6));
        scene.setLabelTable({{}, {}, {}, {}, {250, 40, 10, 255}});
        scene.setSurfaces(surfacesOf(test::markerLabels(geometry, marker, 6, 4, "lung")));
        if (rendered)
            scene.setVolumeRendering(VolumePreset::Bone);
        const auto seen = [&](const Vec3& offset) {
            const auto picture = scene.renderOffscreen(width, height);
            EXPECT_TRUE(picture.ok());
            const auto p = scene.project(middle + offset);
            const bool picked = scene.pick(p[0], p[1]).has_value();
            EXPECT_EQ(picked, at(*picture, p[0], p[1]).red > 60) << "picked as it is seen";
            return picked;
        };
        EXPECT_TRUE(seen({-4, 0, 0}));
        EXPECT_TRUE(seen({4, 0, 0}));
        scene.setCrop(left);
        EXPECT_FALSE(seen({-4, 0, 0})) << rendered;
        EXPECT_TRUE(seen({4, 0, 0})) << rendered;
        scene.setCrop(corner);
        EXPECT_FALSE(seen({-4, 0, 0})) << rendered;
        EXPECT_TRUE(seen({4, 0, 0})) << rendered;
        scene.setCrop({});
        EXPECT_TRUE(seen({-4, 0, 0})) << rendered;
    }
}

/// Tissue with a cavity of air in air, which reaches the edges of the grid.
VolumePtr hollowVolume(const ImageGeometry& geometry)
{
    std::vector<std::int16_t> voxels(geometry.voxelCount(), -1000);
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 6; j < geometry.size[1] - 6; ++j) {
            for (int i = 6; i < geometry.size[0] - 6; ++i) {
                const bool inside = std::abs(i - 20) <= 4 && std::abs(j - 24) <= 4;
                voxels[geometry.offset({i, j, k})] = inside ? -1000 : 40;
            }
        }
    }
    return Volume::create(geometry, std::move(voxels));
}

TEST(VolumeScene, airwaysAreShownWithoutTheAirAroundThePatient)
{
    // Where the third index axis runs along the patient, as CT does; and turned.
    for (const auto& [name, geometry] : test::gridCases()) {
        if (name == "sagittal stack")
            continue; // The tube would run through the patient's side.
        VolumeScene scene;
        scene.setVolume(hollowVolume(geometry));
        scene.setVolumeRendering(VolumePreset::Airways);
        scene.resetCamera(ViewDirection::Anterior);
        for (const bool interacting : {false, true}) {
            scene.setInteracting(interacting);
            const auto picture = scene.renderOffscreen(width, height);
            ASSERT_TRUE(picture.ok());
            const auto tube = scene.project(geometry.indexToPatient({20, 24, 18}));
            const auto tissue = scene.project(geometry.indexToPatient({30, 24, 18}));
            const auto outside = scene.project(geometry.indexToPatient({3, 24, 18}));
            EXPECT_GT(at(*picture, tube[0], tube[1]).blue, 60) << name << interacting;
            EXPECT_LT(at(*picture, tissue[0], tissue[1]).blue, 45) << name << interacting;
            EXPECT_LT(at(*picture, outside[0], outside[1]).blue, 45) << name << interacting;
            EXPECT_TRUE(scene.pick(tube[0], tube[1])) << name;
            EXPECT_FALSE(scene.pick(outside[0], outside[1])) << name;
        }
    }
}

TEST(VolumeScene, airwaysAreShownWithoutTheGasOfTheBowel)
{
    // Three cavities side by side: a lung, what the labels may call bowel, and one far away.
    const ImageGeometry geometry = test::gridCases().front().geometry;
    const auto isAir = [](int i, int j, int k) {
        return std::abs(j - 24) <= 4 && k > 8 && k < 28 &&
               (std::abs(i - 12) <= 3 || std::abs(i - 20) <= 2 || std::abs(i - 29) <= 1);
    };
    std::vector<std::int16_t> voxels(geometry.voxelCount(), -1000);
    std::vector<std::uint16_t> lung(geometry.voxelCount());
    std::vector<std::uint16_t> both(geometry.voxelCount());
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 6; j < geometry.size[1] - 6; ++j) {
            for (int i = 6; i < geometry.size[0] - 6; ++i) {
                const std::size_t n = geometry.offset({i, j, k});
                voxels[n] = isAir(i, j, k) ? -1000 : 40;
                lung[n] = isAir(i, j, k) && i < 16 ? 1 : 0;
                both[n] = isAir(i, j, k) && i > 16 && i < 24 ? 2 : lung[n];
            }
        }
    }
    std::vector<Structure> structures(2);
    structures[0].label = 1;
    structures[0].anatomyId = "lung";
    structures[1].label = 2;
    structures[1].anatomyId = "colon";
    VolumeScene scene;
    scene.setVolume(Volume::create(geometry, std::move(voxels)));
    scene.setVolumeRendering(VolumePreset::Airways);
    scene.resetCamera(ViewDirection::Anterior);
    const auto seen = [&](double i) {
        const auto picture = scene.renderOffscreen(width, height);
        EXPECT_TRUE(picture.ok());
        const auto p = scene.project(geometry.indexToPatient({i, 24, 18}));
        const bool shown = at(*picture, p[0], p[1]).blue > 60;
        EXPECT_EQ(scene.pick(p[0], p[1]).has_value(), shown) << "picked as it is seen";
        return shown;
    };
    for (const double i : {12, 20, 29})
        EXPECT_TRUE(seen(i)) << i << ": without labels nobody knows";
    scene.setLabels(LabelMap::create(geometry, lung, structures));
    EXPECT_TRUE(seen(12));
    EXPECT_TRUE(seen(20)) << "beside the lung, a bronchus for all that is known";
    EXPECT_FALSE(seen(29)) << "too far from the lung";
    scene.setLabels(LabelMap::create(geometry, both, structures));
    EXPECT_TRUE(seen(12));
    EXPECT_FALSE(seen(20)) << "bowel by name";
}

TEST(VolumeScene, showsTheWholeHoweverNarrowThePaneIs)
{
    VolumeScene scene;
    ImageGeometry geometry; // As wide as a patient with both arms, and flat.
    geometry.size = {100, 60, 20};
    geometry.spacingMm = {5, 5, 5};
    scene.setVolume(Volume::create(geometry, std::vector<std::int16_t>(geometry.voxelCount(), 40)));
    const auto extent = [&](int w, int h) {
        EXPECT_TRUE(scene.renderOffscreen(w, h).ok());
        std::array<double, 4> box{1e9, -1e9, 1e9, -1e9};
        for (int corner = 0; corner < 8; ++corner) {
            const auto p = scene.project(geometry.indexToPatient(
                {corner & 1 ? 99.5 : -0.5, corner & 2 ? 59.5 : -0.5, corner & 4 ? 19.5 : -0.5}));
            box = {std::min(box[0], p[0]), std::max(box[1], p[0]), std::min(box[2], p[1]),
                   std::max(box[3], p[1])};
        }
        return box;
    };
    for (const auto& [w, h] : {std::pair(400, 300), std::pair(150, 400), std::pair(500, 120)}) {
        const auto box = extent(w, h);
        EXPECT_GE(box[0], 0) << w;
        EXPECT_LE(box[1], w) << w;
        EXPECT_GE(box[2], 0) << w;
        EXPECT_LE(box[3], h) << w;
        EXPECT_TRUE(box[1] - box[0] > 0.85 * w || box[3] - box[2] > 0.85 * h) << "and fills it";
    }
    // What the reader came close to stays as large as the narrower side.
    scene.zoom(3);
    const double wide = extent(400, 400)[1] - extent(400, 400)[0];
    const auto narrow = extent(200, 400);
    EXPECT_NEAR((narrow[1] - narrow[0]) / 200, wide / 400, 0.02);
}

TEST(VolumeScene, comesCloseToWhatItIsCroppedTo)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    scene.setVolume(test::markerVolume(geometry, marker, 4));
    scene.resetCamera(ViewDirection::Left);
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    const Vec3 middle = geometry.indexToPatient({29, 11, 25});
    const auto size = [&] {
        return std::abs(scene.project(middle + Vec3{0, 5, 0})[0] - scene.project(middle)[0]);
    };
    const double whole = size();
    const PatientBox box{middle - Vec3{6, 6, 6}, middle + Vec3{6, 6, 6}};
    scene.setFocus(box);
    EXPECT_GT(size(), 2 * whole);
    EXPECT_NEAR(scene.project(middle)[0], width / 2.0, 1) << "from the same side";
    EXPECT_NEAR(scene.project(middle)[1], height / 2.0, 1);
    // A face pushed by a step: the reader's own view stays.
    scene.zoom(0.8);
    const double own = size();
    scene.setFocus(PatientBox{box.lowMm, box.highMm + Vec3{3, 0, 0}});
    EXPECT_NEAR(size(), own, 1e-6);
    scene.setFocus(std::nullopt);
    EXPECT_NEAR(size(), whole, 0.2 * whole);
}

TEST(VolumeScene, spinsAboutThePatientsLongAxis)
{
    VolumeScene scene;
    const ImageGeometry geometry = test::gridCases().front().geometry;
    scene.setVolume(test::markerVolume(geometry, marker, 1));
    scene.rotate(0, 25); // Looking down a little.
    ASSERT_TRUE(scene.renderOffscreen(width, height).ok());
    const Vec3 c = geometry.centreMm();
    const auto onAxis = scene.project(c + Vec3{0, 0, 20});
    const auto side = scene.project(c + Vec3{20, 0, 0});
    scene.spin(180);
    const auto onAxisLater = scene.project(c + Vec3{0, 0, 20});
    EXPECT_NEAR(onAxisLater[0], onAxis[0], 1e-3);
    EXPECT_NEAR(onAxisLater[1], onAxis[1], 1e-3);
    const auto opposite = scene.project(c - Vec3{20, 0, 0});
    EXPECT_NEAR(opposite[0], side[0], 1e-3);
    EXPECT_NEAR(opposite[1], side[1], 1e-3);
}

TEST(VolumeScene, aSingleSliceIsNoSolid)
{
    ImageGeometry geometry;
    geometry.size = {20, 20, 1};
    VolumeScene scene;
    scene.setVolumeRendering(VolumePreset::Bone);
    scene.setVolume(Volume::create(geometry, std::vector<std::int16_t>(400, 900)));
    EXPECT_FALSE(scene.isVolumeRendered());
    const auto picture = scene.renderOffscreen(width, height);
    ASSERT_TRUE(picture.ok());
    geometry.size = {20, 20, 2};
    scene.setVolume(Volume::create(geometry, std::vector<std::int16_t>(800, 900)));
    EXPECT_TRUE(scene.isVolumeRendered());
}

} // namespace
} // namespace fovea

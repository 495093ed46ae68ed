#include "tests/viewer/support/markerVolume.h"

#include <cmath>
#include <numbers>

namespace fovea::test {

namespace {

Vec3 turned(Vec3 v, int about, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const int b = (about + 1) % 3;
    const int c = (about + 2) % 3;
    Vec3 out = v;
    out[b] = std::cos(angle) * v[b] - std::sin(angle) * v[c];
    out[c] = std::sin(angle) * v[b] + std::cos(angle) * v[c];
    return out;
}

template <typename Visit>
void visitBlock(const ImageGeometry& geometry, Index3 at, int reach, Visit visit)
{
    for (int k = at[2] - reach; k <= at[2] + reach; ++k)
        for (int j = at[1] - reach; j <= at[1] + reach; ++j)
            for (int i = at[0] - reach; i <= at[0] + reach; ++i)
                if (geometry.contains({i, j, k}))
                    visit(geometry.offset({i, j, k}));
}

} // namespace

std::vector<GridCase> gridCases()
{
    ImageGeometry straight;
    straight.size = {40, 48, 36};
    straight.spacingMm = {1.5, 1.25, 2.0};
    straight.originMm = {-31.5, 12.25, -140.0};
    std::vector<GridCase> cases{{"straight", straight}};

    ImageGeometry flipped = straight;
    flipped.axes = {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}};
    cases.push_back({"flipped", flipped});

    ImageGeometry leftHanded = straight;
    leftHanded.axes = {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, -1}};
    cases.push_back({"left-handed", leftHanded});

    ImageGeometry sagittal = straight;
    sagittal.axes = {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{-1, 0, 0}};
    cases.push_back({"sagittal stack", sagittal});

    ImageGeometry oblique = straight;
    for (Vec3& axis : oblique.axes)
        axis = turned(turned(axis, 0, 20), 2, 20);
    cases.push_back({"oblique", oblique});

    ImageGeometry rounded = straight;
    for (Vec3& axis : rounded.axes)
        axis = turned(axis, 1, 0.02);
    cases.push_back({"rounded cosines", rounded});
    return cases;
}

VolumePtr markerVolume(const ImageGeometry& geometry, Index3 at, int reach)
{
    std::vector<std::int16_t> voxels(geometry.voxelCount(), -1000);
    visitBlock(geometry, at, reach, [&](std::size_t n) { voxels[n] = 1000; });
    return Volume::create(geometry, std::move(voxels));
}

LabelMapPtr markerLabels(const ImageGeometry& geometry, Index3 at, int reach, std::uint16_t label,
                         const std::string& anatomyId)
{
    std::vector<std::uint16_t> labels(geometry.voxelCount(), 0);
    visitBlock(geometry, at, reach, [&](std::size_t n) { labels[n] = label; });
    Structure structure;
    structure.label = label;
    structure.name = "marker_block";
    structure.anatomyId = anatomyId;
    structure.colour = {250, 40, 10};
    return LabelMap::create(geometry, std::move(labels), {structure});
}

} // namespace fovea::test

#include "model/bench/BenchStudy.h"

#include <algorithm>
#include <random>

namespace fovea {
namespace {

/// Fractions of the axes, [low, high).
struct FractionBox {
    std::array<double, 3> low;
    std::array<double, 3> high;
};

/// The first anatomy fills most of the study; the others sit in its corners, in turn.
FractionBox boxOf(std::size_t anatomy)
{
    if (anatomy == 0)
        return {{0.02, 0.03, 0.02}, {0.98, 0.97, 0.98}};
    FractionBox box{};
    const double inset = 0.01 * static_cast<double>(anatomy / 8);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const bool far = (anatomy >> axis) & 1U;
        box.low[axis] = far ? 0.8 - inset : inset;
        box.high[axis] = box.low[axis] + 0.2;
    }
    return box;
}

template <typename Label> std::vector<Label> drawBoxes(const Index3& size, std::size_t anatomies)
{
    std::vector<Label> labels(static_cast<std::size_t>(size[0]) *
                                  static_cast<std::size_t>(size[1]) *
                                  static_cast<std::size_t>(size[2]),
                              0);
    for (std::size_t anatomy = 0; anatomy < anatomies; ++anatomy) {
        const FractionBox box = boxOf(anatomy);
        Index3 low{};
        Index3 high{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = static_cast<int>(box.low[axis] * size[axis]);
            high[axis] = std::max(low[axis] + 1, static_cast<int>(box.high[axis] * size[axis]));
        }
        for (int d = low[0]; d < high[0]; ++d) {
            for (int h = low[1]; h < high[1]; ++h) {
                const auto row = (static_cast<std::size_t>(d) * static_cast<std::size_t>(size[1]) +
                                  static_cast<std::size_t>(h)) *
                                 static_cast<std::size_t>(size[2]);
                std::fill(labels.begin() + static_cast<std::ptrdiff_t>(row) + low[2],
                          labels.begin() + static_cast<std::ptrdiff_t>(row) + high[2],
                          static_cast<Label>(anatomy + 1));
            }
        }
    }
    return labels;
}

} // namespace

PreparedStudy benchStudy(BenchCase::Kind kind, const NetworkConfig& network,
                         const PreprocessSettings& settings)
{
    PreparedStudy study;
    for (int axis = 0; axis < 3; ++axis) {
        study.size[axis] = settings.minimumSize[axis];
        // An eighth more than the window, so that windows have places to differ in.
        if (kind == BenchCase::Kind::AllWindows)
            study.size[axis] = std::max(study.size[axis], settings.roi[axis]) * 9 / 8;
    }
    study.stepMm = {Vec3{0, 0, 1}, Vec3{0, 1, 0}, Vec3{1, 0, 0}};
    study.labels = drawBoxes<std::uint8_t>(study.size, network.anatomies.size());
    study.image.resize(study.labels.size());
    std::mt19937 random(1);
    for (float& value : study.image)
        value = static_cast<float>(random() >> 8) * 0x1.0p-24F;
    study.regions = findRegions(study.size, study.labels);
    return study;
}

BenchVolume benchVolume(const NetworkConfig& network)
{
    ImageGeometry geometry;
    geometry.size = {512, 512, 600};
    geometry.spacingMm = {0.7, 0.7, 1.0};
    std::vector<std::int16_t> voxels(geometry.voxelCount());
    std::mt19937 random(2);
    for (std::int16_t& voxel : voxels)
        voxel = static_cast<std::int16_t>(static_cast<int>(random() % 1600U) - 1200);
    const auto count = network.anatomies.size();
    std::vector<Structure> structures(count);
    for (std::size_t i = 0; i < count; ++i) {
        structures[i].label = static_cast<std::uint16_t>(i + 1);
        structures[i].anatomyId = network.anatomies[i];
    }
    return {Volume::create(geometry, std::move(voxels)),
            LabelMap::create(geometry, drawBoxes<std::uint16_t>({600, 512, 512}, count),
                             std::move(structures))};
}

} // namespace fovea

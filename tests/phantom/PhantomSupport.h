#pragma once

#include "model/phantom/Phantom.h"
#include "model/phantom/PhantomSource.h"
#include "model/phantom/SliceRenderer.h"

#include <algorithm>
#include <string_view>

namespace fovea::test {

/// Coarse and quick: 350 x 280 x 300 mm.
inline constexpr PhantomGrid CoarseGrid{{140, 112, 60}, {2.5, 2.5, 5.0}};

struct DrawnChest {
    std::vector<std::int16_t> hu;
    std::vector<std::uint16_t> labels;
    PhantomTruth truth;
};

/// Any chest, not only one that a seed gives.
inline DrawnChest drawChest(const ChestParameters& parameters, const PhantomGrid& grid = CoarseGrid)
{
    ImageGeometry geometry;
    geometry.size = grid.size;
    geometry.spacingMm = grid.spacingMm;
    for (std::size_t axis = 0; axis < 3; ++axis)
        geometry.originMm[axis] = -0.5 * (grid.size[axis] - 1) * grid.spacingMm[axis];
    const Chest chest(parameters);
    const LungTree tree = growLungTree(chest);
    const ChestFindings findings = placeFindings(chest, tree);
    const SliceRenderer renderer(chest, findings, tree, geometry);
    SliceRenderer::Workspace workspace;
    DrawnChest out;
    out.truth = findings.truth;
    out.hu.resize(geometry.voxelCount());
    out.labels.resize(geometry.voxelCount());
    const auto pixels = static_cast<std::size_t>(grid.size[0] * grid.size[1]);
    for (int k = 0; k < grid.size[2]; ++k) {
        const std::size_t at = static_cast<std::size_t>(k) * pixels;
        renderer.render(k, workspace, std::span(out.hu).subspan(at, pixels),
                        std::span(out.labels).subspan(at, pixels));
    }
    return out;
}

inline bool hasFinding(const Phantom& phantom, std::string_view id)
{
    return std::ranges::any_of(phantom.truth.findings,
                               [id](const ShownFinding& f) { return f.findingId == id; });
}

/// Millilitres of an anatomy.
inline double volumeOf(const Phantom& phantom, std::string_view anatomyId)
{
    std::size_t voxels = 0;
    for (const Structure& s : phantom.labels->structures()) {
        if (s.anatomyId == anatomyId)
            voxels += s.voxelCount;
    }
    return static_cast<double>(voxels) * phantom.volume->geometry().voxelVolumeMm3() / 1000.0;
}

/// Patient position (LPS, mm) of the middle of an anatomy's voxels.
inline Vec3 centroidOf(const Phantom& phantom, std::string_view anatomyId)
{
    const ImageGeometry& g = phantom.volume->geometry();
    Vec3 sum{0, 0, 0};
    double count = 0;
    std::size_t at = 0;
    for (int k = 0; k < g.size[2]; ++k) {
        for (int j = 0; j < g.size[1]; ++j) {
            for (int i = 0; i < g.size[0]; ++i, ++at) {
                const Structure* s = phantom.labels->structure(phantom.labels->labels()[at]);
                if (s == nullptr || s->anatomyId != anatomyId)
                    continue;
                sum = sum + g.indexToPatient({double(i), double(j), double(k)});
                ++count;
            }
        }
    }
    return sum * (1 / count);
}

} // namespace fovea::test

#include "model/phantom/Phantom.h"

#include "model/phantom/Chest.h"
#include "model/phantom/ChestFindings.h"
#include "model/phantom/ChestStructures.h"
#include "model/phantom/LungTree.h"
#include "model/phantom/SliceRenderer.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <new>
#include <string>
#include <thread>

namespace fovea {

namespace {

Status checkGrid(const PhantomGrid& grid)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (grid.size[axis] < 2 || grid.size[axis] > 2048)
            return makeError(ErrorCode::BadOption, {"size", std::to_string(grid.size[axis])});
        if (!(grid.spacingMm[axis] >= 0.1 && grid.spacingMm[axis] <= 50))
            return makeError(ErrorCode::BadOption,
                             {"spacing", std::to_string(grid.spacingMm[axis])});
    }
    return Done{};
}

ImageGeometry centredGeometry(const PhantomGrid& grid)
{
    ImageGeometry g;
    g.size = grid.size;
    g.spacingMm = grid.spacingMm;
    for (std::size_t axis = 0; axis < 3; ++axis)
        g.originMm[axis] = -0.5 * (grid.size[axis] - 1) * grid.spacingMm[axis];
    return g;
}

} // namespace

Result<Phantom> makePhantom(std::uint64_t seed, const PhantomGrid& grid, const Progress& progress,
                            const PhantomSite& site)
{
    if (const Status status = checkGrid(grid); !status)
        return status.error();
    try {
        const ImageGeometry geometry = centredGeometry(grid);
        const Chest chest(sampleChest(seed, site));
        const LungTree tree = growLungTree(chest);
        ChestFindings findings = placeFindings(chest, tree);
        const SliceRenderer renderer(chest, findings, tree, geometry);

        std::vector<std::int16_t> hu(geometry.voxelCount());
        std::vector<std::uint16_t> labels(geometry.voxelCount());
        const int slices = grid.size[2];
        const std::size_t pixels = hu.size() / static_cast<std::size_t>(slices);
        std::atomic<int> next{0};
        std::atomic<bool> failed{false};
        const auto work = [&](bool reporting) {
            try {
                SliceRenderer::Workspace workspace;
                for (int k = next++; k < slices && !progress.cancelled() && !failed; k = next++) {
                    const std::size_t at = static_cast<std::size_t>(k) * pixels;
                    renderer.render(k, workspace, std::span(hu).subspan(at, pixels),
                                    std::span(labels).subspan(at, pixels));
                    if (reporting)
                        progress.report(static_cast<double>(k + 1) / slices);
                }
            } catch (const std::bad_alloc&) {
                failed = true;
            }
        };
        {
            std::vector<std::jthread> helpers;
            const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
            for (unsigned n = 1; n < threads; ++n)
                helpers.emplace_back(work, false);
            work(true);
        }
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (failed)
            return makeError(ErrorCode::OutOfMemory, {"phantom"});

        Phantom phantom;
        phantom.volume = Volume::create(geometry, std::move(hu));
        phantom.labels = LabelMap::create(geometry, std::move(labels), chestStructures());
        findings.truth.style = site.style;
        phantom.report = writeReport(findings.truth);
        phantom.truth = std::move(findings.truth);
        return phantom;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"phantom"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea

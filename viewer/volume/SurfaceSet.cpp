#include "viewer/volume/SurfaceSet.h"

#include "viewer/volume/SurfaceBudget.h"
#include "viewer/volume/SurfaceExtractionInternals.h"
#include "viewer/volume/SurfaceReductionInternals.h"
#include "viewer/volume/SurfaceSetImpl.h"

#include <vtkCellArray.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace fovea {

namespace {

/// Fewer than these and what is round looks cut from wood.
constexpr std::size_t leastTriangles = 1000;
constexpr std::size_t leastDraftTriangles = 100;
/// What keeps its separate parts may keep more than its share: so much of the budget is shared out.
constexpr double sharedOut = 0.9;

using Surfaces = std::vector<SurfaceSet::Impl::Surface>;

std::size_t trianglesOf(const Surfaces& surfaces)
{
    std::size_t all = 0;
    for (const auto& surface : surfaces)
        all += static_cast<std::size_t>(surface.mesh->GetNumberOfPolys());
    return all;
}

/// Calls `one` for 0 to count - 1, the first numbers first, on this thread and where there is a
/// second core on one more. False: cancelled. Throws what `one` threw.
bool forEach(std::size_t count, const Progress& progress,
             const std::function<void(std::size_t)>& one)
{
    std::atomic<std::size_t> next{0};
    std::mutex failing;
    std::exception_ptr failure;
    const auto work = [&](bool reports) {
        try {
            for (std::size_t n = next++; n < count && !progress.cancelled(); n = next++) {
                one(n);
                if (reports)
                    progress.report(static_cast<double>(n + 1) / static_cast<double>(count));
            }
        } catch (...) {
            const std::scoped_lock lock(failing);
            failure = std::current_exception();
            next = count;
        }
    };
    {
        std::jthread second;
        if (count > 1 && std::thread::hardware_concurrency() > 1)
            second = std::jthread([&] { work(false); });
        work(true);
    }
    if (failure)
        std::rethrow_exception(failure);
    return !progress.cancelled();
}

/// Surfaces of the structures, largest first, as fine as they come; empty meshes left out. Empty
/// optional: cancelled.
std::optional<Surfaces> extractAll(const LabelMap& labels, std::vector<Structure> structures,
                                   const SurfaceOptions& options, const Progress& progress)
{
    std::ranges::sort(structures, std::ranges::greater{}, &Structure::voxelCount);
    Surfaces surfaces(structures.size());
    const bool done = forEach(structures.size(), progress, [&](std::size_t n) {
        auto extracted = extractSurface(labels, structures[n], options);
        surfaces[n].label = structures[n].label;
        surfaces[n].mesh = std::move(extracted.mesh);
        surfaces[n].enclosedMl = extracted.enclosedMl;
    });
    if (!done)
        return std::nullopt;
    std::erase_if(surfaces, [](const auto& surface) { return !surface.mesh; });
    return surfaces;
}

std::vector<SurfaceNeed> needsOf(const Surfaces& surfaces)
{
    std::vector<SurfaceNeed> needs;
    for (const auto& surface : surfaces)
        needs.push_back({static_cast<std::size_t>(surface.mesh->GetNumberOfPolys()),
                         surfaceAreaMm2(*surface.mesh)});
    return needs;
}

} // namespace

SurfaceSet::SurfaceSet(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

SurfaceSet::~SurfaceSet() = default;

const LabelMapPtr& SurfaceSet::labels() const
{
    return m_impl->labels;
}

std::size_t SurfaceSet::surfaceCount() const
{
    return m_impl->surfaces.size();
}

std::size_t SurfaceSet::triangleCount() const
{
    return m_impl->triangles;
}

std::size_t SurfaceSet::draftTriangleCount() const
{
    std::size_t all = 0;
    for (const auto& surface : m_impl->surfaces)
        all += static_cast<std::size_t>(surface.draft->GetNumberOfPolys());
    return all;
}

double SurfaceSet::triangleMm2() const
{
    return m_impl->triangleMm2;
}

double SurfaceSet::enclosedMl(std::uint16_t label) const
{
    const auto it = std::ranges::find(m_impl->surfaces, label, &Impl::Surface::label);
    return it == m_impl->surfaces.end() ? 0.0 : it->enclosedMl;
}

Result<SurfaceSetPtr> buildSurfaces(const LabelMapPtr& labels, const SurfaceOptions& options,
                                    const Progress& progress,
                                    const std::optional<std::set<std::uint16_t>>& only)
{
    try {
        std::vector<Structure> structures = labels->structures();
        if (only)
            std::erase_if(structures, [&](const Structure& s) { return !only->contains(s.label); });
        auto surfaces = extractAll(*labels, std::move(structures), options, progress.part(0, 0.3));
        if (!surfaces)
            return makeError(ErrorCode::Cancelled);

        auto impl = std::make_unique<SurfaceSet::Impl>();
        impl->triangleMm2 = options.leastTriangleMm2;
        auto budget = static_cast<double>(options.mostTriangles) * sharedOut;
        // Where many small parts keep more than their share, the rest gets along with less.
        constexpr int mostTries = 3;
        for (int n = 0; n < mostTries; ++n) {
            const TriangleShares shares =
                shareTriangles(needsOf(*surfaces), static_cast<std::size_t>(budget), leastTriangles,
                               options.leastTriangleMm2);
            impl->triangleMm2 = std::max(impl->triangleMm2, shares.triangleMm2);
            const bool done =
                forEach(surfaces->size(), progress.part(0.3, 0.75), [&](std::size_t i) {
                    (*surfaces)[i].mesh = decimated((*surfaces)[i].mesh, shares.triangles[i]);
                });
            if (!done)
                return makeError(ErrorCode::Cancelled);
            impl->triangles = trianglesOf(*surfaces);
            if (impl->triangles <= options.mostTriangles)
                break;
            budget *= budget / static_cast<double>(impl->triangles);
        }

        const double leastDraftMm2 =
            options.leastTriangleMm2 * static_cast<double>(options.mostTriangles) /
            static_cast<double>(std::max<std::size_t>(1, options.draftTriangles));
        const TriangleShares drafts = shareTriangles(needsOf(*surfaces), options.draftTriangles,
                                                     leastDraftTriangles, leastDraftMm2);
        const bool done = forEach(surfaces->size(), progress.part(0.75, 1), [&](std::size_t i) {
            auto& surface = (*surfaces)[i];
            surface.mesh->GetPolys()->ConvertTo32BitStorage(); // Half the memory.
            surface.draft = draftOf(surface.mesh, drafts.triangles[i]);
        });
        if (!done)
            return makeError(ErrorCode::Cancelled);
        std::ranges::sort(*surfaces, {}, &SurfaceSet::Impl::Surface::label);
        impl->labels = labels;
        impl->surfaces = std::move(*surfaces);
        progress.report(1);
        return SurfaceSetPtr(new SurfaceSet(std::move(impl)));
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"surfaces"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

SurfaceSetPtr withRebuilt(const SurfaceSetPtr& surfaces, const SurfaceSetPtr& rebuilt,
                          const std::set<std::uint16_t>& changed)
{
    auto impl = std::make_unique<SurfaceSet::Impl>();
    impl->labels = rebuilt->labels();
    impl->triangleMm2 = surfaces->triangleMm2();
    for (const auto& surface : surfaces->impl().surfaces) {
        if (!changed.contains(surface.label))
            impl->surfaces.push_back(surface);
    }
    for (const auto& surface : rebuilt->impl().surfaces)
        impl->surfaces.push_back(surface);
    impl->triangles = trianglesOf(impl->surfaces);
    return SurfaceSetPtr(new SurfaceSet(std::move(impl)));
}

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>

namespace fovea {

struct SurfaceOptions {
    /// Label maps finer than this are sampled down to about it (as partial volumes, so that the
    /// surface stays where it was); structures too thin for it are made as fine as they need.
    double targetSpacingMm = 2.0;
    /// Iterations of the windowed sinc smoothing; 0: none.
    int smoothingIterations = 20;
    /// Of all surfaces together, shared by shareTriangles(): what a machine without a GPU can draw.
    /// More only where what has many separate parts cannot do with less.
    std::size_t mostTriangles = 300'000;
    /// Of all stand-ins for surfaces that move.
    std::size_t draftTriangles = 60'000;
    /// SurfaceSet::triangleMm2() of a whole set beside which some surfaces are built again: those
    /// become as fine as their neighbours, and no finer. 0: as fine as the budget allows.
    double leastTriangleMm2 = 0.0;
};

/// One closed surface per structure of a label map, in patient space (LPS, mm), normals outwards,
/// and a coarse stand-in for each.
///
/// How far a surface lies from the one it was decimated from is measured in TestSurfaceDetail; on a
/// chest of 117 structures whose 892,000 triangles became 300,000, it was 0.09 mm on average and
/// 1.2 mm at most.
///
/// A value: made on any thread, immutable afterwards, then handed to a VolumeScene on the GUI
/// thread. The VTK objects inside are never touched by the making thread again.
class SurfaceSet {
public:
    ~SurfaceSet();
    SurfaceSet(const SurfaceSet&) = delete;
    SurfaceSet& operator=(const SurfaceSet&) = delete;

    /// What it was made from.
    const LabelMapPtr& labels() const;
    std::size_t surfaceCount() const;
    std::size_t triangleCount() const;
    std::size_t draftTriangleCount() const;
    /// What a triangle of a decimated surface covers on average; 0: nothing had to be decimated.
    double triangleMm2() const;
    /// Volume enclosed by a structure's surface in millilitres; 0 where it has none.
    double enclosedMl(std::uint16_t label) const;

    struct Impl;
    const Impl& impl() const { return *m_impl; }

private:
    friend Result<std::shared_ptr<const SurfaceSet>>
    buildSurfaces(const LabelMapPtr&, const SurfaceOptions&, const Progress&,
                  const std::optional<std::set<std::uint16_t>>&);
    friend std::shared_ptr<const SurfaceSet> withRebuilt(const std::shared_ptr<const SurfaceSet>&,
                                                         const std::shared_ptr<const SurfaceSet>&,
                                                         const std::set<std::uint16_t>&);
    explicit SurfaceSet(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

using SurfaceSetPtr = std::shared_ptr<const SurfaceSet>;

/// The heavy part of the 3D view; meant for a worker thread, and takes a second one while it runs.
/// `labels` must not be null. With `only`, surfaces of those labels alone. ErrorCode::Cancelled
/// within one structure; OutOfMemory.
Result<SurfaceSetPtr>
buildSurfaces(const LabelMapPtr& labels, const SurfaceOptions& options, const Progress& progress,
              const std::optional<std::set<std::uint16_t>>& only = std::nullopt);

/// `surfaces` with those of the labels `changed` taken from `rebuilt`, or gone where it has none.
/// May have more triangles than either was allowed: then it is time to build all of them again.
/// Shares the surfaces with both and costs nothing: for the GUI thread, so that a worker never
/// touches what is drawn.
SurfaceSetPtr withRebuilt(const SurfaceSetPtr& surfaces, const SurfaceSetPtr& rebuilt,
                          const std::set<std::uint16_t>& changed);

} // namespace fovea

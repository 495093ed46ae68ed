#pragma once

#include "model/domain/Volume.h"
#include "viewer/volume/TransferFunction.h"
#include "viewer/volume/VolumeCrop.h"

#include <functional>
#include <optional>
#include <span>

namespace fovea {

/// A line of sight through the patient (LPS, mm), from the eye on.
struct Ray {
    Vec3 fromMm{0, 0, 0};
    Vec3 toMm{0, 0, 1};
};

/// What is left of the ray in all of the half-spaces; empty: nothing.
std::optional<Ray> clipped(const Ray& ray, std::span<const HalfSpace> kept);

/// What the eye takes for the surface of a rendered volume: where half of the light of the ray is
/// held back. Where the whole ray holds back less, but at least a tenth, the place that shows most.
/// Empty where the ray meets nothing to speak of. Opacities add up as the renderer's do (front to
/// back, per millimetre); shading counts for nothing. `skipped` (may be empty): places, patient mm,
/// that are not rendered.
std::optional<Vec3> firstOpaque(const Volume& volume, const TransferFunction& function,
                                const Ray& ray, std::span<const HalfSpace> kept,
                                const std::function<bool(const Vec3&)>& skipped = {});

/// The first voxel at or shortly (`reachMm`) behind `at` along the ray whose value `found` accepts;
/// its centre need not be on the ray. Empty where there is none.
std::optional<Index3> firstVoxel(const ImageGeometry& geometry, const Ray& ray, const Vec3& at,
                                 double reachMm, const std::function<bool(const Index3&)>& found);

} // namespace fovea

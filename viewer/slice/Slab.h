#pragma once

#include "model/domain/Volume.h"

#include <optional>

namespace fovea {

/// What a thick slice shows of the voxels on a line through it.
enum class SlabMode {
    Off,     ///< A thin slice.
    Maximum, ///< Maximum intensity projection.
    Minimum, ///< Minimum intensity projection.
    Average,
};

constexpr double minSlabMm = 1;
constexpr double maxSlabMm = 100;

/// A slice with thickness: half of it before the plane, half behind. `thicknessMm` is in
/// [minSlabMm, maxSlabMm] and remembered while the mode is Off.
struct Slab {
    SlabMode mode = SlabMode::Off;
    double thicknessMm = 10;

    bool isThick() const { return mode != SlabMode::Off; }
    bool operator==(const Slab&) const = default;
};

/// One or more steps thicker (thinner where negative) along 1, 2 ... 6, 8, 10, 12, 15, 20, 25, 30,
/// 40, 50, 60, 80, 100 mm. Thinner than 1 mm is a thin slice; a thin slice becomes the thinnest
/// maximum.
Slab thickened(const Slab& slab, int steps);

/// The Hounsfield value that a slab through the position shows there, from nearest voxels; `normal`
/// is the unit vector (LPS) through it. Empty where the slab meets no voxel. Thin slices: the
/// nearest voxel.
std::optional<double> slabHu(const Volume& volume, const Vec3& positionMm, const Vec3& normal,
                             const Slab& slab);

} // namespace fovea

#pragma once

#include "model/domain/Measure.h"
#include "model/domain/Volume.h"

#include <cstddef>
#include <optional>

namespace fovea {

/// Of the pixels inside an outline.
struct PixelStatistics {
    std::size_t pixels = 0; ///< At least 1.
    double meanHu = 0.0;
    double sdHu = 0.0; ///< Of the population of pixels (divided by n).
    double minHu = 0.0;
    double maxHu = 0.0;
};

/// What a measure says on a volume; what does not apply to its kind is empty.
struct MeasureValues {
    std::optional<double> lengthMm;     ///< Length.
    std::optional<double> angleDegrees; ///< Angle, [0, 180]; empty where an arm has no length.
    std::optional<double> areaMm2;      ///< Ellipse, and polygon that does not cross itself.
    /// Ellipse, and polygon that does not cross itself; empty where no pixel of the volume lies
    /// inside.
    std::optional<PixelStatistics> pixels;
    std::optional<int> hu;      ///< Probe: the nearest voxel; empty outside the volume.
    bool crossesItself = false; ///< Polygon: what is inside is then open to debate.
};

/// Length, angle and area are those of the points: the area is pi*a*b of an ellipse, the shoelace
/// formula's of a polygon.
///
/// Pixels: where the outline lies along the grid (no point of it more than a twentieth of a voxel
/// off its slice's direction, the renderer's limit, too), the voxels of the nearest slice whose
/// centres are inside; each counts once, uninterpolated. On an oblique plane no voxels lie, so it
/// is sampled every smallest voxel spacing, trilinear as the slice view shows it. What is outside
/// the volume is not counted. Takes time with the number of pixels inside; any thread.
MeasureValues measureValues(const Measure& measure, const Volume& volume);

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"
#include "model/edit/LabelBlock.h"
#include "viewer/Colour.h"
#include "viewer/WindowPreset.h"
#include "viewer/slice/Slab.h"
#include "viewer/slice/SlicePlane.h"

#include <cstdint>
#include <span>

namespace fovea {

struct RegionMap;

enum class Interpolation { Nearest, Linear };

/// What a slice is painted from. Looks at the volume, labels and table only during the call.
struct SliceRequest {
    const Volume* volume = nullptr;   ///< Required.
    const LabelMap* labels = nullptr; ///< Null, or on the volume's grid (same size).
    /// Shown instead of the labels inside its box, which lies in the grid; null: none.
    const LabelBlock* labelPreview = nullptr;
    std::span<const Rgba> labelTable;     ///< See LabelTable; empty: no labels.
    const RegionMap* regionMap = nullptr; ///< Over all of it; null: none.
    double regionMapOpacity = 0.5;        ///< Of its strongest cell, in [0, 1].
    SlicePlane plane;
    Slab slab; ///< Thin slices by default.
    WindowLevel window;
    bool inverted = false; ///< Black and white change places; outside the volume stays black.
    Interpolation interpolation = Interpolation::Linear;
    /// 0: labels are filled. Above: only their outlines, this many pixels wide, opaque.
    int outlinePixels = 0;
    int width = 0;  ///< Pixels of the picture.
    int height = 0; ///< Pixels of the picture.
};

/// Paints the plane into 0xffRRGGBB pixels, rows of `stride` pixels (at least width) from the top
/// left; `pixels` holds at least stride * height of them. Black outside the volume.
///
/// Planes along the grid (any axis order, any flips) show the nearest slice, bilinear in plane;
/// oblique ones are trilinear. A slab projects the slices (oblique: samples a voxel apart) that lie
/// in it and in the volume; see SlabProjection.h. Labels are always nearest neighbour, of a slab
/// those in its middle plane. Uses up to two threads. Never reads outside the volume. Any thread;
/// several calls at once are fine.
void renderSlice(const SliceRequest& request, std::span<std::uint32_t> pixels, int stride);

/// Grey of a Hounsfield value, 0 to 255: the LINEAR VOI LUT function of DICOM PS3.3 C.11.2.1.2.
std::uint8_t windowed(double hu, const WindowLevel& window);

} // namespace fovea

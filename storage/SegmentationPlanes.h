#pragma once

#include "storage/DicomHeader.h"

#include <cstdint>
#include <optional>
#include <vector>

// Where the frames of a DICOM Segmentation lie. Internal to storage/. LPS, mm.

namespace fovea {

/// Where one frame lies: centre of its first pixel and the steps to the next column and row.
struct FramePlane {
    Vec3 originMm{};
    Vec3 columnStepMm{};
    Vec3 rowStepMm{};
    double thicknessMm = 0;    ///< Spacing Between Slices, else Slice Thickness, else 0.
    std::uint16_t segment = 0; ///< 0 in a label map.
};

/// Of all frames, in their order; nothing where one does not say where it lies. A segmentation of a
/// whole body has tens of thousands of them.
std::optional<std::vector<FramePlane>> framePlanes(DcmDataset& data, int frames);

/// The grid of one frame, one slice thick.
ImageGeometry frameGeometry(const FramePlane& plane, int columns, int rows);

/// A frame's one-slice grid as seen by the volume: thickness must not matter, so it takes the
/// volume's own step along the frame's normal.
ImageGeometry withStepOf(ImageGeometry frame, const ImageGeometry& volume);

/// The regular grid that all frames lie on, and which slice of it each frame is. Frames need not
/// fill it: a segment is not on every slice.
struct FrameStack {
    ImageGeometry geometry;
    std::vector<int> slices;
};

/// Nothing where they lie on no such grid. `planes` is not empty.
std::optional<FrameStack> frameStack(const std::vector<FramePlane>& planes, int columns, int rows);

} // namespace fovea

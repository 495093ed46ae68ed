#pragma once

#include "model/domain/Progress.h"
#include "model/engine/Engine.h"
#include "model/training/CheckpointFolder.h"
#include "model/training/segment/SegmenterRecipe.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace fovea {

/// A study as a segmentation network learns from it: at the network's spacing, normalised, with its
/// labels. Three bytes per voxel.
struct SegmenterCase {
    at::Tensor image;                 ///< Half [D, H, W].
    std::vector<std::uint8_t> labels; ///< Of the network, in the image's order.
    /// Per label up to PlacesKept voxels of it, flat, spread evenly; of 0 none.
    std::vector<std::vector<std::uint32_t>> places;

    static constexpr std::size_t PlacesKept = 1000;
    Index3 size() const;
};

/// Studies as inference would see them (inputFromVolume()), labels from the nearest voxel. Study by
/// study; what is kept grows with their number. NoCases where none shows a structure; Cancelled;
/// whatever loading gives. May throw c10::Error and std::bad_alloc.
Result<std::vector<SegmenterCase>> loadSegmenterCases(const StudySource& studies,
                                                      const SegmenterRecipe& recipe,
                                                      const Progress& progress);

/// All that learning from them depends on.
void addCases(DataHash& hash, const std::vector<SegmenterCase>& cases);

} // namespace fovea

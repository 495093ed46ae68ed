#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <set>
#include <span>

// Standard C++ only. A piece: voxels of one label that hang together by their faces.

namespace fovea {

/// Makes background of all pieces of each of `labels` but its largest; of equally large ones the
/// first in memory stays. `map` is row-major, the last axis of `size` fastest. What
/// TotalSegmentator does with the body (postprocessing.py, keep_largest_blob_multilabel). May throw
/// std::bad_alloc.
void keepLargestPieces(std::span<std::uint16_t> map, const Index3& size,
                       const std::set<std::uint16_t>& labels);

/// Makes background of all pieces of each of `labels` (empty: of all) of at most `voxels`
/// (remove_small_blobs_multilabel).
void removeSmallPieces(std::span<std::uint16_t> map, const Index3& size, double voxels,
                       const std::set<std::uint16_t>& labels = {});

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fovea {

/// One frame of a binary DICOM SEG: one structure on one slice.
struct SegmentationFrame {
    std::size_t structure = 0; ///< Index into LabelMap::structures().
    int slice = 0;             ///< k
};

/// The frames that are not empty, by structure, then slice. Cancelled per slice.
Result<std::vector<SegmentationFrame>> segmentationFrames(const LabelMap& labels,
                                                          const Progress& progress);

/// Bytes of the packed pixel data, even.
std::size_t packedSize(const LabelMap& labels, const std::vector<SegmentationFrame>& frames);

/// Fills `packed` (packedSize() zeros): one bit per pixel, lowest bit first, i fastest, frames one
/// after the other without padding between them (PS3.5 8.1.1).
Status packFrames(const LabelMap& labels, const std::vector<SegmentationFrame>& frames,
                  std::uint8_t* packed, const Progress& progress);

} // namespace fovea

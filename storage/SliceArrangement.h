#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Result.h"
#include "storage/SeriesReader.h"
#include "storage/SliceResampling.h"

#include <optional>
#include <vector>

namespace fovea {

/// Where the frames of a series go in a volume.
struct SliceArrangement {
    static constexpr int leftOut = -1;

    ImageGeometry geometry;
    /// slices[instance][frame]: the k of that frame, or leftOut. With `resampling`: which of its
    /// slices the frame is.
    std::vector<std::vector<int>> slices;
    std::vector<int> missing; ///< Every k without a frame; none with `resampling`.
    /// Where the slices are no regular grid as they lie; its grid is `geometry`.
    std::optional<SliceResampling> resampling;
    std::vector<SeriesNote> notes;
};

/// Sorts the frames of a series along the slice normal and checks that they make a regular grid.
/// The rules and errors are those of readSeries().
Result<SliceArrangement> stackSlices(const ScannedSeries& series);

} // namespace fovea

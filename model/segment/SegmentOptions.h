#pragma once

#include <optional>
#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// How a study is segmented with an nnU-Net. The defaults are what the model's makers do.
struct SegmentOptions {
    /// Which program's order of work brings the study to the model's spacing and back.
    enum class Work {
        Automatic, ///< TotalSegmentator's for models of that name, else nnU-Net's.
        /// Resampled and cut to whole HU, labels back by the nearest voxel (TotalSegmentator).
        TotalSegmentator,
        /// Normalised, then resampled by cubic splines; logits back linearly (nnUNetv2_predict).
        NnUnet
    };
    Work work = Work::Automatic;
    /// TotalSegmentator's spline for the image: 1, since its version 2.16, or 3 as before.
    int imageOrder = 1;
    /// Step of the sliding window in patches, in (0, 1]; empty: 0.8 for TotalSegmentator's own
    /// `total` models, as it does, else 0.5.
    std::optional<double> step;
    /// See SlidingWindowOptions.
    bool halfSums = false;
    /// See windows mirrored too, where training did: up to eight times the work. TotalSegmentator
    /// never does.
    bool mirroring = false;
    /// Also say how sure the network was of each structure; takes some time.
    bool confidence = true;

    std::string trainingFolder; ///< See SegmentationModelChoice.
    std::vector<int> folds;     ///< See SegmentationModelChoice.
};

} // namespace fovea

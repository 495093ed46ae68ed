#pragma once

#include <filesystem>
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
    /// Not on a GPU, where windows are looked at in half precision: to compare.
    bool cpuOnly = false;
    /// See windows mirrored too, where training did: up to eight times the work. TotalSegmentator
    /// never does.
    bool mirroring = false;
    /// Also say how sure the network was of each structure; takes some time.
    bool confidence = true;

    /// Outlines that follow the anatomy instead of the model's voxels (SmoothLabels.h): what
    /// TotalSegmentator calls --higher_order_resampling, in nnU-Net's order of work. More memory.
    bool smoothEdges = false;
    /// On the model's grid, pieces of a structure that hang together by faces and are of no more
    /// than so many mm³ become background; 0: all stay. TotalSegmentator's --remove_small_blobs has
    /// 200. In TotalSegmentator's order of work alone.
    double smallPiecesMm3 = 0.0;

    /// Names of the structures that are wanted; empty: all. A model that has none of them is not
    /// run, and what else a model finds is left out.
    std::vector<std::string> structures;
    /// A model that finds the wanted structures roughly and soon: TotalSegmentator's of 6 or 3 mm.
    /// Only their box and 20 mm around are then segmented, as with its --roi_subset; windows lie
    /// elsewhere than without it, so that single voxels differ. Empty: none.
    std::filesystem::path coarseModel;

    std::string trainingFolder; ///< See SegmentationModelChoice.
    std::vector<int> folds;     ///< See SegmentationModelChoice.
};

} // namespace fovea

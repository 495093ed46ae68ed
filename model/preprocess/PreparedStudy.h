#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/preprocess/PreprocessSettings.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// Standard C++ only: no tensor, so that training may keep studies in any form.

namespace fovea {

/// One anatomy in a PreparedStudy.
struct PreparedRegion {
    int anatomyIndex = 0; ///< Position in the list handed to prepareStudy().
    Index3 low{0, 0, 0};  ///< Bounding box in D, H, W, inclusive.
    Index3 high{0, 0, 0}; ///< Inclusive.
    std::size_t voxelCount = 0;
};

/// A study as the network sees it before it is cut into windows.
struct PreparedStudy {
    Index3 size{0, 0, 0}; ///< D, H, W, padding included.
    /// 0…1; W fastest, then H, then D. Empty with ImagePlace::Device.
    std::vector<float> image;
    std::vector<std::uint8_t> labels;    ///< 0, or 1 + position of the anatomy; same order.
    std::vector<PreparedRegion> regions; ///< Anatomies with at least one voxel, by rising position.
    /// Anatomies that the label map has but that resampling left without a voxel.
    std::vector<int> vanished;

    Vec3 originMm{0, 0, 0};       ///< Patient position (LPS) of voxel (0, 0, 0).
    std::array<Vec3, 3> stepMm{}; ///< Patient-space step of one voxel along D, H, W.

    Index3 resampledSize{0, 0, 0}; ///< Before cropping, D, H, W.
    Index3 cropLow{0, 0, 0};       ///< The crop in the resampled grid.
    Index3 cropHigh{0, 0, 0};      ///< Exclusive.
    /// An oblique study's CT along the patient's axes, from which the image is sampled; kept with
    /// ImagePlace::Device only.
    VolumePtr aligned;
};

/// Where the image is sampled: here, or later on the device that will encode it.
enum class ImagePlace { Host, Device };

/// For each anatomy, in the network's order, the label values that make it up; none where it is not
/// segmented.
using AnatomyLabels = std::vector<std::vector<std::uint16_t>>;

/// Orientation, resampling, window, union crop and padding, exactly as the released pipeline (image
/// trilinear with align_corners = false and scale in/out, labels with PyTorch's legacy nearest
/// rule, float32 arithmetic). Voxels of other labels count as background.
///
/// Memory beyond the result: one byte per resampled voxel; HU are read in place. Runs on up to 8
/// threads of its own; the result does not depend on how many.
/// Errors: GridMismatch, NoRegion (none of the anatomies is in the label map), Cancelled,
/// OutOfMemory, BadOption (settings).
Result<PreparedStudy> prepareStudy(const Volume& volume, const LabelMap& labels,
                                   const AnatomyLabels& anatomies,
                                   const PreprocessSettings& settings, const Progress& progress,
                                   ImagePlace place = ImagePlace::Host);

/// The same for anatomies that the label map's structures know by id.
Result<PreparedStudy> prepareStudy(const Volume& volume, const LabelMap& labels,
                                   const std::vector<std::string>& anatomyIds,
                                   const PreprocessSettings& settings, const Progress& progress,
                                   ImagePlace place = ImagePlace::Host);

/// The regions of a label array in PreparedStudy's order.
std::vector<PreparedRegion> findRegions(const Index3& size,
                                        const std::vector<std::uint8_t>& labels);

} // namespace fovea

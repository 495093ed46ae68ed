#pragma once

#include "model/preprocess/PreparedStudy.h"

#include <array>
#include <cstdint>
#include <vector>

namespace fovea {

/// The part of a PreparedStudy that the encoder sees for one anatomy. All in D, H, W voxels.
struct RegionWindow {
    Index3 start{0, 0, 0};
    Index3 size{0, 0, 0};   ///< What is cut out.
    Index3 padded{0, 0, 0}; ///< After padding at the end, with 0, to multiples of the patch.

    bool operator==(const RegionWindow&) const = default;
};

/// The reference's window: max(ROI, extent) around the middle of the anatomy's box, moved into the
/// study. Its extent is max - min, so an anatomy larger than the ROI loses its last plane.
RegionWindow regionWindow(const PreparedStudy& study, const PreparedRegion& region,
                          const PreprocessSettings& settings, const Index3& patch);

/// The same with a start chosen by the caller (training's random crops); clamped into the study.
RegionWindow windowAt(const PreparedStudy& study, const Index3& start, const Index3& size,
                      const Index3& patch);

/// Cuts the window out and pads it: W fastest, padded[0] * padded[1] * padded[2] values.
std::vector<float> cutImage(const PreparedStudy& study, const RegionWindow& window);

/// Flat token positions (D-major, then H, then W, rising) whose patch holds at least one voxel of
/// the anatomy.
std::vector<std::int64_t> regionTokens(const PreparedStudy& study, const RegionWindow& window,
                                       int anatomyIndex, const Index3& patch);

/// Tokens of the window along D, H, W.
Index3 tokenGrid(const RegionWindow& window, const Index3& patch);

/// Patient position of the centre of token (0, 0, 0).
Vec3 tokenOriginMm(const PreparedStudy& study, const RegionWindow& window, const Index3& patch);
/// Patient-space step from one token to the next along D, H, W.
std::array<Vec3, 3> tokenStepMm(const PreparedStudy& study, const Index3& patch);

} // namespace fovea

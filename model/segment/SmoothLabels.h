#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/segment/CanonicalGrid.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace fovea {

/// Labels on a finer grid from logits, class by class and only where each may win: outlines follow
/// the anatomy instead of the network's voxels. As TotalSegmentator's --higher_order_resampling
/// does it (resample_logits_to_original_space): the background's logits are brought to the grid
/// linearly, edges half a voxel outside; then, in rising order, those of every class that won
/// somewhere on the network's grid, inside its box there and three voxels around; the largest in
/// half precision wins, the first of equal ones.
///
/// Holds the logits of the network's whole grid in half precision: 2 bytes a class and voxel.
class SmoothLabels {
public:
    /// `size` is the logits', in the order of axes of `view`; `labels` is what `view` looks at.
    SmoothLabels(std::int64_t classes, const Index3& size, std::uint16_t* labels,
                 const ArrayView& view);

    /// A LogitsSink.
    Status operator()(int first, const at::Tensor& logits);

    /// After the last plane: writes all labels of the view. Cancelled.
    Status write(const Progress& progress) const;

private:
    /// Where a class may win, on the network's grid and on the view's: [low, high).
    struct Part {
        std::int64_t label = 0;
        Index3 low{0, 0, 0};
        Index3 high{0, 0, 0};
        Index3 viewLow{0, 0, 0};
        Index3 viewHigh{0, 0, 0};
    };
    std::vector<Part> parts() const;
    /// One plane of one class into the best so far.
    void writePlane(const Part& part, int plane, std::vector<float>& line,
                    std::vector<float>& best) const;

    Index3 m_size;
    std::uint16_t* m_labels;
    ArrayView m_view;
    at::Tensor m_logits;       ///< fp16 [classes, D, H, W].
    std::vector<Index3> m_low; ///< Of each class; the box of where it won.
    std::vector<Index3> m_high;
};

} // namespace fovea

#pragma once

#include "model/segment/AxisSampling.h"
#include "model/segment/CanonicalGrid.h"
#include "model/segment/SegmentationConfig.h"
#include "model/segment/SlidingWindow.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <deque>
#include <optional>

namespace fovea {

/// How logits on a grid of `size` along the view's axis `axis` are brought to the view: linearly,
/// edges half a voxel outside, or by the nearest plane where that axis is treated apart.
AxisSampling logitsAxis(const SegmentationConfig& config, const Index3& size, const ArrayView& view,
                        std::size_t axis);

/// Labels of a grid of `size`, row-major, brought to another by the nearest voxel, end points
/// coinciding: the way back of scipy.ndimage.zoom with order 0. `labels` is what `to` looks at.
void labelsBack(const std::uint16_t* from, const Index3& size, const ArrayView& to,
                std::uint16_t* labels);

/// Writes labels of planes into a label buffer: `labels` is what `view` looks at, of the image's
/// size. `offset` is added to all labels but 0, which leaves what is there.
class LabelsInPlace {
public:
    LabelsInPlace(std::uint16_t* labels, const ArrayView& view, int offset = 0);

    /// A LabelsSink.
    Status operator()(int first, int planes, const std::uint16_t* labels);

private:
    std::uint16_t* m_labels;
    ArrayView m_view;
    int m_offset;
};

/// Writes the labels of logits that are first brought to the size of `view`, linearly (nnU-Net's
/// order 1, edges half a voxel outside), one axis by the nearest plane where the spacing is
/// anisotropic. Holds the one or two planes that the next output plane needs, never a whole volume
/// of logits.
class LabelsFromResampledLogits {
public:
    /// `size` is the logits', in the view's order of axes. `half`: results are rounded to half
    /// precision before they are compared, as the reference's are.
    LabelsFromResampledLogits(const SegmentationConfig& config, const Index3& size, bool half,
                              std::uint16_t* labels, const ArrayView& view);

    /// A LogitsSink.
    Status operator()(int first, const at::Tensor& logits);

private:
    void writePlane(int plane, PlaneResampling& resampling, std::vector<double>& in,
                    std::vector<double>& out, std::vector<float>& best) const;

    AxisSampling m_planes;
    AxisSampling m_rows;
    AxisSampling m_columns;
    bool m_half;
    std::uint16_t* m_labels;
    ArrayView m_view;
    std::deque<at::Tensor> m_held; ///< [classes, H, W] of planes from m_firstHeld on.
    int m_firstHeld = 0;
    int m_next = 0; ///< The next output plane.
};

} // namespace fovea

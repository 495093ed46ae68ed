#pragma once

#include "model/network/Parameters.h"
#include "model/segment/SegmentationConfig.h"
#include "model/segment/WindowNetwork.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fovea {

/// What windows say, weighted and added up, over one patch's depth of planes and the whole of H and
/// W: never over a whole volume.
///
/// Of networks with fewer features than classes the features that their last convolution looks at
/// are added up instead of logits, and it is done once per voxel and not once per window: it is
/// linear, so that the answer is the same but for rounding, in a fraction of the memory and time.
/// With sums in half precision, which the reference rounds logit by logit, logits it is.
///
/// Under InferenceMode. Throws c10::Error and std::bad_alloc.
class WindowSums {
public:
    /// `config` and the folds' tensors outlive it.
    WindowSums(const SegmentationConfig& config, std::span<const ParameterMap> folds,
               const at::Tensor& windowWeights, std::int64_t height, std::int64_t width, bool half,
               const WindowPlace& place = {});

    /// See WindowNetwork.
    bool takesBatches() const { return m_folds.front().takesBatches(); }
    bool moveToCpu();

    /// What is added up of patches [N, D, H, W]: [N, D, H, W, values] of one fold. One patch at a
    /// time unless takesBatches().
    at::Tensor see(std::size_t fold, const at::Tensor& patches) const;
    /// Adds one window's [D, H, W, values] where it lies in the plane; the deepest window is always
    /// the current one.
    void add(std::size_t fold, const at::Tensor& seen, std::int64_t h, std::int64_t w);
    /// Forgets the first planes and moves the others to the front.
    void advance(std::int64_t planes);

    /// Rows [row, row + rows) of plane `plane` of a box, with their logits [classes, voxels].
    using RowsSink = std::function<void(std::int64_t plane, std::int64_t row, std::int64_t rows,
                                        const at::Tensor& logits)>;
    struct Box {
        std::int64_t plane = 0; ///< Counted from the first that is held.
        std::int64_t planes = 0;
        std::int64_t row = 0;
        std::int64_t rows = 0;
        std::int64_t column = 0;
        std::int64_t columns = 0;
    };
    /// Averages over windows and folds, from several threads at once.
    void visit(const Box& box, const RowsSink& sink) const;

    /// Bytes that the sums of such a run take, over planes of height × width.
    static std::uint64_t bytes(const SegmentationConfig& config, std::size_t folds,
                               std::int64_t height, std::int64_t width, bool half);

private:
    static bool addsFeatures(const SegmentationConfig& config, std::size_t folds, bool half);
    at::Tensor logitsOf(const at::Tensor& sums, const at::Tensor& weights, std::size_t fold) const;

    const SegmentationConfig& m_config;
    bool m_features;
    at::Tensor m_windowWeights; ///< [D, H, W] of one window.
    std::vector<WindowNetwork> m_folds;
    std::vector<at::Tensor> m_sums; ///< [D, H, W, values]: per fold of features, one of logits.
    at::Tensor m_weights;           ///< [D, H, W]
};

} // namespace fovea

#pragma once

#include "model/network/Parameters.h"
#include "model/segment/PackedConvolution.h"
#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <string>

namespace fovea {

/// A network made ready for inference on the CPU in fp32: the same answers as segmentPatch() but
/// for rounding, about twice as fast. Images and features are [D, H, W, channels]. Biases before a
/// norm, which it takes away, are not added.
///
/// Its last convolution, 1 × 1 × 1, is left to the caller, who may add up weighted features of
/// windows instead of logits and do it once: they are several times fewer, and it is linear.
class PackedUNet {
public:
    /// Holds on to the parameters' memory where it could not arrange them better. Throws
    /// c10::Error, as all below.
    PackedUNet(const SegmentationConfig& config, const ParameterMap& parameters);

    /// Features [D, H, W, features of the first stage] of a patch [D, H, W].
    at::Tensor features(const at::Tensor& patch) const;

    /// logits = features · headWeight() + headBias(); [features, classes] and [classes].
    const at::Tensor& headWeight() const { return m_headWeight; }
    const at::Tensor& headBias() const { return m_headBias; }

private:
    class Operations;

    const SegmentationConfig& m_config; ///< Outlives it.
    ParameterMap m_parameters;          ///< All but what m_convolutions has.
    std::map<std::string, PackedConvolution, std::less<>> m_convolutions; ///< By block.
    at::Tensor m_headWeight;
    at::Tensor m_headBias;
};

} // namespace fovea

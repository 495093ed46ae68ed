#pragma once

#include "model/network/Parameters.h"
#include "model/segment/PackedUNet.h"
#include "model/segment/SegmentationConfig.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <cstddef>
#include <optional>

namespace fovea {

/// Where the windows of a sliding window are looked at.
struct WindowPlace {
    c10::Device device = c10::kCPU;
    /// Of weights and features there; on the CPU in fp32 windows go through PackedUNet.
    c10::ScalarType precision = c10::kFloat;
    /// The first of fp16 on the GPU, as nnU-Net's own inference computes there, where there is one.
    static WindowPlace fastest();
    bool isPacked() const { return device.is_cpu() && precision == c10::kFloat; }
};

/// One fold's network, ready to look at windows.
///
/// Its last convolution, 1 × 1 × 1, is left to the caller, as PackedUNet has it. Throws c10::Error;
/// c10::OutOfMemoryError where a GPU's memory does not do for so many windows at once.
class WindowNetwork {
public:
    /// `config` and the parameters outlive it.
    WindowNetwork(const SegmentationConfig& config, const ParameterMap& parameters,
                  const WindowPlace& place);

    /// Goes on on the CPU; false where it is there already.
    bool moveToCpu();
    /// Whether several windows at once are faster than one after the other.
    bool takesBatches() const { return !m_packed; }

    /// Features [N, D, H, W, features of the first stage] of patches [N, D, H, W], fp32 on the CPU.
    at::Tensor features(const at::Tensor& patches) const;

    /// As PackedUNet's.
    const at::Tensor& headWeight() const
    {
        return m_packed ? m_packed->headWeight() : m_headWeight;
    }
    const at::Tensor& headBias() const { return m_packed ? m_packed->headBias() : m_headBias; }

private:
    const SegmentationConfig& m_config;
    const ParameterMap& m_parameters;
    WindowPlace m_place;
    std::optional<PackedUNet> m_packed;
    ParameterMap m_placed; ///< Where windows are not looked at by m_packed.
    at::Tensor m_headWeight;
    at::Tensor m_headBias;
};

} // namespace fovea

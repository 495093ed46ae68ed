#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace fovea {

/// A tensor's values, row-major, as fp32 on the CPU. Throws c10::Error.
inline std::vector<float> toVector(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kCPU, at::kFloat).contiguous();
    const float* data = plain.const_data_ptr<float>();
    return {data, data + plain.numel()};
}

} // namespace fovea

#pragma once

#include "model/network/Precision.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace fovea {

/// y = x Wᵀ + b with W prepared once for inference: cast to the precision and, on a CPU, laid out
/// as oneDNN wants it (1.2 to 1.5 times faster than at::linear, with the activation for nothing),
/// if both sizes are multiples of 64.
///
/// Not differentiable. Throws c10::Error.
class PackedLinear {
public:
    enum class Activation { None, Gelu }; ///< Gelu is the exact one, with erf.

    /// Whether this LibTorch has oneDNN's linears. Without them, and on a GPU, at::linear does the
    /// work.
    static bool packs();

    PackedLinear() = default;
    bool packed() const { return m_packed; }

    /// `weight` [out, in] and `bias` [out], fp32. `rows`: how many rows x will usually have; only a
    /// hint.
    PackedLinear(const at::Tensor& weight, const at::Tensor& bias, Precision precision,
                 std::int64_t rows);

    /// x [rows, in] in the precision, as is the answer [rows, out].
    at::Tensor operator()(const at::Tensor& x, Activation activation = Activation::None) const;

private:
    at::Tensor m_weight;
    at::Tensor m_bias;
    bool m_packed = false;
};

/// ATen's name for it.
at::ScalarType scalarType(Precision precision);

} // namespace fovea

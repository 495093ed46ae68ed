#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>

namespace fovea {

/// Attention of every head over all tokens, differentiable: softmax(q k^T / sqrt(size) + mask) v.
///
/// `heads` is [3, batch, heads, tokens, size] (q, k, v), contiguous, fp32 or bf16; the result
/// [batch, heads, tokens, size] of the same type. `mask` is attentionMask(). One head of one sample
/// at a time, so that its scores stay in the cache, with plain products that oneDNN multiplies: the
/// backward pass of ATen's own CPU attention takes twice as long, and in bf16 it multiplies in
/// plain loops.
///
/// The weights are kept for the backward pass while those of one call take at most
/// keptAttentionBytes, and are computed again otherwise. Throws c10::Error.
at::Tensor trainingAttention(const at::Tensor& heads,
                             const std::optional<at::Tensor>& mask = std::nullopt);

inline constexpr std::int64_t keptAttentionBytes = std::int64_t{512} << 20;

} // namespace fovea

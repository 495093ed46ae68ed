#pragma once

#include "model/network/ImageEncoder.h"
#include "model/network/PackedLinear.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace fovea {

/// The image encoder of ImageEncoder.h for inference only, prepared once: the same function,
/// several times faster. On a CPU its linears are packed for oneDNN and bf16 attention runs head by
/// head, because LibTorch's own bf16 attention falls to plain loops where it was built without MKL.
///
/// Holds its own copy of the weights. Call it from one thread at a time, under c10::InferenceMode.
class InferenceEncoder {
public:
    /// Parameters on any one device; what is not fp32 there is cast. Throws c10::Error.
    InferenceEncoder(const NetworkConfig& config, const ParameterMap& parameters,
                     Precision precision);

    /// As encodeImage(), with levels in fp32. `cancelled` is asked before every block; after a true
    /// the answer has no levels. `wanted`, of a single image: the tokens, rising, of which the last
    /// level is wanted; the last block then computes no others (they are still its keys). Empty:
    /// all. Throws c10::Error, and c10::OutOfMemoryError on a GPU.
    ImageFeatures encode(const at::Tensor& image, const std::function<bool()>& cancelled,
                         std::span<const std::int64_t> wanted = {}) const;

    Precision precision() const { return m_precision; }

private:
    using Mask = std::optional<at::Tensor>; ///< attentionMask() for the scores.

    struct Norm {
        at::Tensor weight;
        at::Tensor bias;
    };
    struct Block {
        Norm before;
        PackedLinear qkv; ///< The query's rows carry attention's scale.
        /// In the last block instead of `qkv`.
        PackedLinear query;
        PackedLinear keyValue;
        PackedLinear out;
        Norm between;
        PackedLinear expand;
        PackedLinear contract;
    };

    at::Tensor normed(const at::Tensor& x, const Norm& norm) const;
    at::Tensor embedPatches(const at::Tensor& image, ImageFeatures& features) const;
    at::Tensor runBlock(const Block& block, const at::Tensor& x, std::int64_t batch,
                        const Mask& mask) const;
    at::Tensor runLastBlock(const at::Tensor& x, std::int64_t batch, const Mask& mask,
                            std::span<const std::int64_t> wanted) const;
    at::Tensor feedForward(const Block& block, const at::Tensor& x) const;
    at::Tensor attend(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                      const Mask& mask, std::int64_t batch) const;
    at::Tensor attendByHead(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                            const Mask& mask) const;

    NetworkConfig m_config;
    Precision m_precision;
    ParameterMap m_stem; ///< Its stages alone, fp32: a small share of the work.
    PackedLinear m_patches;
    at::Tensor m_positions;
    std::vector<Block> m_blocks;
    Norm m_last;
};

} // namespace fovea

#pragma once

#include "model/network/Fvlm.h"
#include "model/preprocess/PreparedStudy.h"

#include <optional>
#include <vector>

namespace fovea {

/// The released code's order of work, as the peer that benchmarks compare with: for every anatomy
/// its own crop and its own pass of the encoder, patches by convolution, attention as softmax of a
/// product, keys and values projected for every token, prompts padded to 384 tokens, all in fp32.
/// Throws c10::Error.
class ReferenceOrder {
public:
    explicit ReferenceOrder(const Fvlm& network)
        : m_network(network)
    {
    }

    /// Unit vectors in the order of the study's regions.
    std::vector<at::Tensor> embed(const PreparedStudy& study,
                                  const PreprocessSettings& settings) const;
    /// Unit vectors [B, embedding].
    at::Tensor textVectors(const std::vector<std::vector<std::int64_t>>& ids) const;

private:
    ImageFeatures encode(const at::Tensor& image) const;
    at::Tensor attend(const at::Tensor& x, const std::string& name,
                      const std::optional<at::Tensor>& mask) const;
    at::Tensor linear(const at::Tensor& x, const std::string& name) const;
    at::Tensor layerNorm(const at::Tensor& x, const std::string& name) const;

    const Fvlm& m_network;
};

} // namespace fovea

#pragma once

#include "model/network/Fvlm.h"
#include "model/network/InferenceEncoder.h"
#include "model/network/InferencePooling.h"
#include "model/network/Relevance.h"

namespace fovea {

/// An Fvlm made ready to answer: the same network, several times faster, without gradients. Image
/// windows, regions and texts give what Fvlm gives within 5e-5 in fp32; half precisions are for the
/// image encoder alone and give cosines of at least 0.9995 with it.
///
/// Call it from one thread at a time, under c10::InferenceMode. Throws c10::Error.
class InferenceNetwork {
public:
    /// Works where the network's parameters are.
    InferenceNetwork(const Fvlm& network, Precision precision)
        : m_network(network)
        , m_encoder(network.config(), network.parameters(), precision)
        , m_pooling(network.config(), network.parameters())
    {
    }

    const NetworkConfig& config() const { return m_network.config(); }
    Precision precision() const { return m_encoder.precision(); }
    at::Device device() const { return m_network.temperature().device(); }

    ImageFeatures encodeImage(
        const at::Tensor& image, const std::function<bool()>& cancelled = [] { return false; },
        std::span<const std::int64_t> wanted = {}) const
    {
        return m_encoder.encode(image, cancelled, wanted);
    }
    PooledRegion pool(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                      std::span<const std::int64_t> tokens) const
    {
        return m_pooling.pool(features, sample, anatomyIndex, tokens);
    }
    /// Which of the region's tokens speak for a direction among texts; see tokenRelevance().
    TokenRelevance relevance(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                             std::span<const std::int64_t> tokens, const at::Tensor& direction,
                             RelevanceMethod method) const
    {
        return tokenRelevance(config(), m_network.parameters(), features, sample, anatomyIndex,
                              tokens, direction, method);
    }
    /// Unit vectors [B, embedding] as Fvlm::textVectors(), in batches of equal length, so that
    /// nothing is spent on padding.
    at::Tensor textVectors(const std::vector<std::vector<std::int64_t>>& ids) const;
    double temperature() const { return m_network.temperature().item<double>(); }

private:
    Fvlm m_network; ///< Shares the parameters' storage.
    InferenceEncoder m_encoder;
    InferencePooling m_pooling;
};

} // namespace fovea

#pragma once

#include "model/domain/Result.h"
#include "model/network/ImageEncoder.h"
#include "model/network/RegionPooling.h"
#include "model/network/TextEncoder.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// The whole network: its numbers and its parameters. Copies share the parameters' storage.
///
/// Its methods are pure functions of parameters and inputs, usable under autograd (set
/// requires_grad on the tensors of parameters()) and under InferenceMode; they throw c10::Error.
/// Use one instance from one thread at a time.
class Fvlm {
public:
    /// Checks names, shapes and finiteness (checkParameters). Parameters may be on any one device.
    static Result<Fvlm> create(NetworkConfig config, ParameterMap parameters);

    const NetworkConfig& config() const { return m_config; }
    const ParameterMap& parameters() const { return m_parameters; }

    /// The same network with other parameters, which have its names and shapes: not checked.
    Fvlm with(ParameterMap parameters) const { return Fvlm(m_config, std::move(parameters)); }

    /// The same network on another device; where it is there already, sharing its storage.
    Fvlm to(at::Device device) const;

    /// `image` float [B, 1, D, H, W] in 0…1, axes multiples of the patch.
    ImageFeatures encodeImage(const at::Tensor& image) const;
    /// Unit vector and attention of one anatomy of one sample; see poolRegion().
    PooledRegion pool(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                      std::span<const std::int64_t> tokens) const;
    /// Unit vectors [B, embedding] of token id sequences (with [CLS] and [SEP]), padded here to the
    /// longest. None may be longer than maxPositions.
    at::Tensor textVectors(const std::vector<std::vector<std::int64_t>>& ids) const;
    /// What the text encoder says of them before the projection, [B, textHidden]: encodeText().
    at::Tensor textStates(const std::vector<std::vector<std::int64_t>>& ids) const;
    /// The divisor of cosines: scalar, as stored. Training clamps it to [0.001, 0.5].
    at::Tensor temperature() const;

private:
    Fvlm(NetworkConfig config, ParameterMap parameters)
        : m_config(std::move(config))
        , m_parameters(std::move(parameters))
    {
    }

    NetworkConfig m_config;
    ParameterMap m_parameters;
};

} // namespace fovea

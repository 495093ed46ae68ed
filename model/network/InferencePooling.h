#pragma once

#include "model/network/RegionPooling.h"
#include "model/network/regionStatistics.h"

#include <vector>

namespace fovea {

/// poolRegion() for inference, prepared once. There is one query per anatomy, so the products with
/// it are done beforehand: the keys need no projection, and values are projected after they have
/// been averaged, not before. The same function in other rounding, at a thousandth of the cost.
class InferencePooling {
public:
    /// Parameters on any one device. Throws c10::Error.
    InferencePooling(const NetworkConfig& config, const ParameterMap& parameters);

    /// As poolRegion(), with features in fp32.
    PooledRegion pool(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                      std::span<const std::int64_t> tokens) const;

private:
    struct Head {
        at::Tensor weight; ///< [embedding, hidden]
        at::Tensor bias;   ///< [embedding]
        StatisticsMap statistics;
    };

    std::int64_t m_poolingHeads;
    std::vector<at::Tensor> m_queries; ///< Per anatomy [heads, hidden]: scores = keys · queriesᵀ.
    at::Tensor m_valueWeight;          ///< [heads, hidden / heads, hidden]
    at::Tensor m_valueBias;            ///< [heads, hidden / heads]
    at::Tensor m_outWeight;
    at::Tensor m_outBias;
    std::vector<Head> m_projections; ///< Per anatomy.
};

} // namespace fovea

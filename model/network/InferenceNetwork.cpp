#include "model/network/InferenceNetwork.h"

#include <ATen/ops/empty.h>

#include <map>

namespace fovea {

at::Tensor InferenceNetwork::textVectors(const std::vector<std::vector<std::int64_t>>& ids) const
{
    std::map<std::size_t, std::vector<std::int64_t>> rowsByLength;
    for (std::size_t row = 0; row < ids.size(); ++row)
        rowsByLength[ids[row].size()].push_back(static_cast<std::int64_t>(row));
    at::Tensor vectors = at::empty({static_cast<std::int64_t>(ids.size()), config().embedding},
                                   m_network.temperature().options());
    for (const auto& [length, rows] : rowsByLength) {
        std::vector<std::vector<std::int64_t>> batch;
        for (const std::int64_t row : rows)
            batch.push_back(ids[static_cast<std::size_t>(row)]);
        const at::Tensor found = m_network.textVectors(batch);
        for (std::size_t i = 0; i < rows.size(); ++i)
            vectors[rows[i]].copy_(found[static_cast<std::int64_t>(i)]);
    }
    return vectors;
}

} // namespace fovea

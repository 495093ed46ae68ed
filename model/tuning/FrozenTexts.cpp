#include "model/tuning/FrozenTexts.h"

#include "model/network/RegionPooling.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/stack.h>

namespace fovea {

FrozenTexts::FrozenTexts(const Fvlm& network)
    : m_network(network)
{
}

at::Tensor FrozenTexts::operator()(const std::vector<std::vector<std::int64_t>>& sequences)
{
    std::vector<at::Tensor> rows;
    for (const std::vector<std::int64_t>& ids : sequences) {
        auto known = m_known.find(ids);
        if (known == m_known.end()) {
            // One by one: what a text is among must not change it, or a resumed training would
            // differ.
            const at::NoGradGuard noGradient;
            known = m_known.emplace(ids, m_network.textStates({ids})[0]).first;
        }
        rows.push_back(known->second);
    }
    return unitVectors(at::linear(at::stack(rows),
                                  parameter(m_network.parameters(), "text_proj.weight"),
                                  parameter(m_network.parameters(), "text_proj.bias")));
}

} // namespace fovea

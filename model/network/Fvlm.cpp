#include "model/network/Fvlm.h"

#include <ATen/ops/linear.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace fovea {

Result<Fvlm> Fvlm::create(NetworkConfig config, ParameterMap parameters)
{
    if (const std::string problem = config.problem(); !problem.empty())
        return makeError(ErrorCode::ModelBroken, {"model.json", problem});
    if (Status status = checkParameters(config, parameters); !status)
        return status.error();
    return Fvlm(std::move(config), std::move(parameters));
}

Fvlm Fvlm::to(at::Device device) const
{
    ParameterMap moved;
    for (const auto& [name, tensor] : m_parameters)
        moved.emplace(name, tensor.to(device));
    return Fvlm(m_config, std::move(moved));
}

ImageFeatures Fvlm::encodeImage(const at::Tensor& image) const
{
    return fovea::encodeImage(m_config, m_parameters, image);
}

PooledRegion Fvlm::pool(const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                        std::span<const std::int64_t> tokens) const
{
    return poolRegion(m_config, m_parameters, features, sample, anatomyIndex, tokens);
}

at::Tensor Fvlm::textVectors(const std::vector<std::vector<std::int64_t>>& ids) const
{
    return unitVectors(at::linear(textStates(ids), parameter(m_parameters, "text_proj.weight"),
                                  parameter(m_parameters, "text_proj.bias")));
}

at::Tensor Fvlm::textStates(const std::vector<std::vector<std::int64_t>>& ids) const
{
    std::size_t longest = 1;
    for (const auto& sequence : ids)
        longest = std::max(longest, sequence.size());
    const auto rows = static_cast<std::int64_t>(ids.size());
    const auto columns = static_cast<std::int64_t>(longest);
    // Padding is masked, so its token id is of no consequence.
    at::Tensor padded = at::zeros({rows, columns}, at::kLong);
    at::Tensor mask = at::zeros({rows, columns}, at::kFloat);
    for (std::size_t row = 0; row < ids.size(); ++row) {
        std::ranges::copy(ids[row], padded.mutable_data_ptr<std::int64_t>() + row * longest);
        std::fill_n(mask.mutable_data_ptr<float>() + row * longest, ids[row].size(), 1.0F);
    }
    const at::Device device = temperature().device();
    return encodeText(m_config, m_parameters, padded.to(device), mask.to(device));
}

at::Tensor Fvlm::temperature() const
{
    return parameter(m_parameters, "temp");
}

} // namespace fovea

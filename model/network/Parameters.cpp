#include "model/network/Parameters.h"

#include <ATen/ops/empty.h>

#include <cmath>
#include <numbers>
#include <random>
#include <stdexcept>

namespace fovea {

at::Tensor parameter(const ParameterMap& parameters, std::string_view name)
{
    const auto found = parameters.find(name);
    if (found == parameters.end())
        throw std::out_of_range("no parameter of that name");
    return found->second;
}

namespace {

bool endsWith(const std::string& text, const std::string& end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

} // namespace

ParameterMap initialParameters(const NetworkConfig& config, std::uint64_t seed)
{
    // The standard's distributions differ between libraries; its engine does not.
    std::mt19937_64 engine(seed);
    const auto uniform = [&engine] {
        return (static_cast<double>(engine() >> 11) + 0.5) * 0x1.0p-53;
    };
    const auto normal = [&uniform] {
        return std::sqrt(-2.0 * std::log(uniform())) * std::cos(2.0 * std::numbers::pi * uniform());
    };

    ParameterMap parameters;
    for (const ParameterShape& p : parameterShapes(config)) {
        at::Tensor tensor = at::empty(p.shape, at::kFloat);
        float* data = tensor.mutable_data_ptr<float>();
        const std::int64_t count = tensor.numel();
        const bool embedding =
            p.name.find("embeddings.weight") != std::string::npos && p.shape.size() == 2;
        if (p.name == "temp") {
            data[0] = 0.07F;
        } else if (p.shape.size() == 1) {
            std::fill_n(data, count,
                        endsWith(p.name, ".weight") || endsWith(p.name, ".running_var") ? 1.0F
                                                                                        : 0.0F);
        } else if (embedding || p.name == "query_tokens" || endsWith(p.name, "position_embeddings"))
        {
            for (std::int64_t i = 0; i < count; ++i)
                data[i] = static_cast<float>(0.02 * normal());
        } else {
            const double fanIn = static_cast<double>(count) / static_cast<double>(p.shape[0]);
            const double bound = std::sqrt(6.0 / (fanIn + static_cast<double>(p.shape[0])));
            for (std::int64_t i = 0; i < count; ++i)
                data[i] = static_cast<float>(bound * (2.0 * uniform() - 1.0));
        }
        parameters.emplace(p.name, std::move(tensor));
    }
    return parameters;
}

} // namespace fovea

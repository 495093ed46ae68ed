#include "model/network/ParameterCheck.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/isfinite.h>
#include <c10/core/ScalarType.h>
#include <c10/util/Exception.h>

#include <bit>
#include <cstdint>

namespace fovea {
namespace {

/// Without branches, so that the compiler takes many elements at a time.
bool allFinite(const float* values, std::int64_t count)
{
    constexpr std::uint32_t exponent = 0x7f800000;
    constexpr std::int64_t block = 4096;
    for (std::int64_t begin = 0; begin < count; begin += block) {
        const std::int64_t end = std::min(count, begin + block);
        std::uint32_t bad = 0;
        for (std::int64_t i = begin; i < end; ++i)
            bad |= static_cast<std::uint32_t>(
                (std::bit_cast<std::uint32_t>(values[i]) & exponent) == exponent);
        if (bad != 0)
            return false;
    }
    return true;
}

} // namespace

bool allFinite(const at::Tensor& tensor)
{
    if (tensor.is_cpu() && tensor.scalar_type() == at::kFloat && tensor.is_contiguous())
        return allFinite(tensor.const_data_ptr<float>(), tensor.numel());
    return at::isfinite(tensor).all().item<bool>();
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

std::optional<TensorProblem> parameterProblem(const ParameterShape& expected,
                                              const at::Tensor& tensor)
{
    using Kind = TensorProblem::Kind;
    const std::vector<std::int64_t> shape = tensor.sizes().vec();
    if (shape != expected.shape)
        return TensorProblem{Kind::Misshapen, expected.name, shapeText(expected.shape),
                             shapeText(shape)};
    if (!tensor.is_floating_point())
        return TensorProblem{
            Kind::Unsupported, expected.name, {}, c10::toString(tensor.scalar_type())};
    if (!allFinite(tensor))
        return TensorProblem{Kind::NotFinite, expected.name, {}, {}};
    return std::nullopt;
}

Status checkParameters(const NetworkConfig& config, const ParameterMap& parameters)
{
    std::vector<TensorProblem> problems;
    try {
        for (const ParameterShape& expected : parameterShapes(config)) {
            const auto found = parameters.find(expected.name);
            if (found == parameters.end())
                problems.push_back({TensorProblem::Kind::Missing, expected.name, {}, {}});
            else if (auto problem = parameterProblem(expected, found->second))
                problems.push_back(std::move(*problem));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    }
    if (!problems.empty())
        return tensorsUnusable(problems);
    return Done{};
}

} // namespace fovea

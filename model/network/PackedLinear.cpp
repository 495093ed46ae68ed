#include "model/network/PackedLinear.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace fovea {
namespace {

// The operators have no C++ function of their own: they are there for PyTorch's compiler, and
// reached by name.
using LinearPointwise = at::Tensor(const at::Tensor& x, const at::Tensor& weight,
                                   const std::optional<at::Tensor>& bias,
                                   std::string_view activation,
                                   c10::List<std::optional<at::Scalar>> numbers,
                                   std::optional<std::string_view> algorithm);
using Numbers = c10::List<std::optional<at::Scalar>>;

std::optional<c10::OperatorHandle> find(const char* name)
{
    return c10::Dispatcher::singleton().findSchema({name, ""});
}

/// Blocks of a packed weight are at most this wide. A size that is not a multiple would be padded,
/// and LibTorch loses the padding: the products come out wrong.
constexpr std::int64_t blockWidth = 64;

bool agree(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor x = a.to(at::kFloat);
    const at::Tensor y = b.to(at::kFloat);
    return (x - y).norm().item<double>() <= 1e-2 * y.norm().item<double>();
}

} // namespace

bool PackedLinear::packs()
{
    return find("mkldnn::_linear_pointwise") && find("mkldnn::_reorder_linear_weight");
}

PackedLinear::PackedLinear(const at::Tensor& weight, const at::Tensor& bias, Precision precision,
                           std::int64_t rows)
    : m_weight(weight.to(scalarType(precision)).contiguous())
    , m_bias(bias.to(scalarType(precision)).contiguous())
{
    if (!weight.device().is_cpu() || !packs() || weight.size(0) % blockWidth != 0 ||
        weight.size(1) % blockWidth != 0)
        return;
    const at::Tensor plain = m_weight;
    // Boxed, because the type of `rows` differs between versions of LibTorch.
    std::vector<c10::IValue> stack{plain, rows};
    find("mkldnn::_reorder_linear_weight")->callBoxed(stack);
    m_weight = stack.front().toTensor();
    m_packed = true;
    // The layout is oneDNN's own choice for this processor: see that it is understood.
    const at::Tensor probe = plain.slice(0, 0, std::min<std::int64_t>(plain.size(0), 5));
    if (!agree((*this)(probe), at::linear(probe, plain, m_bias))) {
        m_weight = plain;
        m_packed = false;
    }
}

at::Tensor PackedLinear::operator()(const at::Tensor& x, Activation activation) const
{
    const bool gelu = activation == Activation::Gelu;
    if (!m_packed) {
        const at::Tensor y = at::linear(x, m_weight, m_bias);
        return gelu ? at::gelu(y) : y;
    }
    return find("mkldnn::_linear_pointwise")
        ->typed<LinearPointwise>()
        .call(x, m_weight, m_bias, gelu ? "gelu" : "none", Numbers(),
              gelu ? std::optional<std::string_view>("none") : std::nullopt);
}

at::ScalarType scalarType(Precision precision)
{
    switch (precision) {
    case Precision::BFloat16:
        return at::kBFloat16;
    case Precision::Float16:
        return at::kHalf;
    case Precision::Float32:
        break;
    }
    return at::kFloat;
}

} // namespace fovea

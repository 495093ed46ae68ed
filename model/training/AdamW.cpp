#include "model/training/AdamW.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros_like.h>

#include <cmath>

namespace fovea {

AdamW::AdamW(ParameterMap parameters, const Options& options)
    : m_parameters(std::move(parameters))
    , m_options(options)
{
}

void AdamW::step(double learningRate)
{
    const at::NoGradGuard noGradient;
    for (auto& [name, parameter] : m_parameters) {
        const at::Tensor gradient = parameter.grad();
        if (!gradient.defined())
            continue;
        Moments& m = m_moments[name];
        if (m.steps == 0) {
            m.first = at::zeros_like(parameter);
            m.second = at::zeros_like(parameter);
        }
        ++m.steps;
        if (m_options.decayVectors || parameter.dim() > 1)
            parameter.mul_(1 - learningRate * m_options.weightDecay);
        m.first.mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
        m.second.mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
        const double correction1 = 1 - std::pow(m_options.beta1, static_cast<double>(m.steps));
        const double correction2 = 1 - std::pow(m_options.beta2, static_cast<double>(m.steps));
        const at::Tensor denominator =
            (m.second.sqrt() / std::sqrt(correction2)).add_(m_options.epsilon);
        parameter.addcdiv_(m.first, denominator, -learningRate / correction1);
        parameter.mutable_grad().reset();
    }
}

double AdamW::gradientNorm() const
{
    const at::NoGradGuard noGradient;
    double squared = 0;
    for (const auto& [name, parameter] : m_parameters) {
        if (parameter.grad().defined()) {
            const double norm = parameter.grad().norm().item<double>();
            squared += norm * norm;
        }
    }
    return std::sqrt(squared);
}

double AdamW::clipGradients(double limit)
{
    const at::NoGradGuard noGradient;
    const double norm = gradientNorm();
    if (norm > limit) {
        for (const auto& [name, parameter] : m_parameters) {
            if (parameter.grad().defined())
                parameter.grad().mul_(limit / (norm + 1e-6));
        }
    }
    return norm;
}

} // namespace fovea

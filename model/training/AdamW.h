#pragma once

#include "model/network/Parameters.h"

#include <cstdint>
#include <map>
#include <string>

namespace fovea {

/// AdamW (Loshchilov and Hutter, ICLR 2019) as PyTorch computes it: decoupled weight decay, bias
/// correction, no amsgrad. Parameters of one dimension or none (biases, norms, temperature) are not
/// decayed when `decayVectors` is false. Throws c10::Error.
class AdamW {
public:
    /// What it remembers of one parameter.
    struct Moments {
        at::Tensor first;
        at::Tensor second;
        std::int64_t steps = 0;
    };
    using MomentsMap = std::map<std::string, Moments>;

    struct Options {
        double beta1 = 0.9;
        double beta2 = 0.999;
        double epsilon = 1e-8;
        double weightDecay = 0.01;
        bool decayVectors = true; ///< PyTorch's default; the released training's too.
    };

    /// Shares the parameters' storage and updates it in place.
    AdamW(ParameterMap parameters, const Options& options);

    /// One step along the gradients the parameters hold, which are cleared. Parameters without a
    /// gradient stay as they are.
    void step(double learningRate);

    /// Scales all gradients so that their joint L2 norm is at most `limit`; returns the norm
    /// before.
    double clipGradients(double limit);
    /// The joint L2 norm of all gradients.
    double gradientNorm() const;

    /// Of the parameters that were moved so far.
    const MomentsMap& moments() const { return m_moments; }
    /// Goes on from there; shares the tensors' storage.
    void restore(MomentsMap moments) { m_moments = std::move(moments); }

private:
    ParameterMap m_parameters;
    Options m_options;
    MomentsMap m_moments;
};

} // namespace fovea

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

private:
    struct Moments {
        at::Tensor first;
        at::Tensor second;
        std::int64_t steps = 0;
    };
    ParameterMap m_parameters;
    Options m_options;
    std::map<std::string, Moments> m_moments;
};

} // namespace fovea

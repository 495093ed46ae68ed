#include "model/training/CoTeaching.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/softmax.h>

namespace fovea {

at::Tensor coTaughtTargets(const at::Tensor& soft, const at::Tensor& peerLogits,
                           const std::vector<bool>& normal, double weight)
{
    const at::NoGradGuard noGradient;
    at::Tensor share = at::empty({static_cast<std::int64_t>(normal.size()), 1}, at::kFloat);
    float* value = share.mutable_data_ptr<float>();
    for (const bool isNormal : normal)
        *value++ = isNormal ? 0.0F : static_cast<float>(weight);
    return soft * (1 - share) + at::softmax(peerLogits, 1) * share;
}

} // namespace fovea

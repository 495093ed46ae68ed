#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/matmul.h>

namespace fovea {

at::Tensor softTargets(const CaptionTargets& targets)
{
    const std::size_t n = targets.captions.size();
    const auto count = static_cast<std::int64_t>(n);
    at::Tensor matrix = at::empty({count, count}, at::kFloat);
    float* row = matrix.mutable_data_ptr<float>();
    for (std::size_t i = 0; i < n; ++i, row += n) {
        float sum = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const bool positive = i == j || (targets.normal[i] && targets.normal[j]) ||
                                  targets.captions[i] == targets.captions[j];
            row[j] = positive ? 1.0F : 0.0F;
            sum += row[j];
        }
        for (std::size_t j = 0; j < n; ++j)
            row[j] /= sum;
    }
    return matrix;
}

at::Tensor contrastiveLoss(const at::Tensor& imageVectors, const at::Tensor& textVectors,
                           const at::Tensor& temperature, const at::Tensor& targets)
{
    const at::Tensor logits = at::matmul(imageVectors, textVectors.transpose(0, 1)) / temperature;
    const auto crossEntropy = [&targets](const at::Tensor& rows) {
        return -(targets * at::log_softmax(rows, 1)).sum(1).mean();
    };
    return (crossEntropy(logits) + crossEntropy(logits.transpose(0, 1))) * 0.5;
}

} // namespace fovea

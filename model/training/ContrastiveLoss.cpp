#include "model/training/ContrastiveLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/eye.h>
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
            const bool abnormal = !targets.normal[i] && !targets.normal[j];
            row[j] = positive ? 1.0F : abnormal ? static_cast<float>(targets.abnormalPairs) : 0.0F;
            sum += row[j];
        }
        for (std::size_t j = 0; j < n; ++j)
            row[j] /= sum;
    }
    return matrix;
}

at::Tensor oneHotTargets(std::int64_t count)
{
    return at::eye(count, at::kFloat);
}

at::Tensor contrastiveLoss(const at::Tensor& imageVectors, const at::Tensor& textVectors,
                           const at::Tensor& temperature, const at::Tensor& targets)
{
    return contrastiveLoss(imageVectors, textVectors, temperature, {targets, targets});
}

at::Tensor contrastiveLoss(const at::Tensor& imageVectors, const at::Tensor& textVectors,
                           const at::Tensor& temperature, const DirectedTargets& targets)
{
    const at::Tensor logits = at::matmul(imageVectors, textVectors.transpose(0, 1)) / temperature;
    const auto crossEntropy = [](const at::Tensor& rows, const at::Tensor& wanted) {
        return -(wanted * at::log_softmax(rows, 1)).sum(1).mean();
    };
    return (crossEntropy(logits, targets.toText) +
            crossEntropy(logits.transpose(0, 1), targets.toImage)) *
           0.5;
}

} // namespace fovea

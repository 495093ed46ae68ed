#include "model/training/segment/SegmenterLoss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/bincount.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/zeros.h>

namespace fovea {
namespace {

constexpr double smooth = 1e-5;

} // namespace

at::Tensor diceAndEntropy(const at::Tensor& logits, const at::Tensor& labels)
{
    const std::int64_t classes = logits.size(1);
    const at::Tensor logarithms = at::log_softmax(logits, 1);
    const at::Tensor right = logarithms.gather(1, labels.unsqueeze(1)); // [B, 1, D, H, W]
    const at::Tensor entropy = right.mean().neg();

    const at::Tensor flat = labels.reshape({-1});
    const at::Tensor truth = at::bincount(flat, {}, classes).to(at::kFloat);
    const at::Tensor predicted = logarithms.exp().sum(at::IntArrayRef{0, 2, 3, 4});
    const at::Tensor both =
        at::zeros({classes}, at::kFloat).index_add(0, flat, right.reshape({-1}).exp());
    const at::Tensor shown = truth.narrow(0, 1, classes - 1).gt(0).to(at::kFloat);
    const at::Tensor dice =
        ((2 * both + smooth) / (predicted + truth + smooth)).narrow(0, 1, classes - 1);
    return entropy - (dice * shown).sum() / shown.sum().clamp_min(1);
}

at::Tensor segmenterLoss(const std::vector<at::Tensor>& logits, const at::Tensor& labels)
{
    const std::size_t counted = logits.size() > 1 ? logits.size() - 1 : 1;
    at::Tensor loss;
    double weight = 1;
    double weights = 0;
    for (std::size_t n = 0; n < counted; ++n, weight /= 2) {
        at::Tensor target = labels;
        for (std::int64_t axis = 1; axis < 4; ++axis) {
            const std::int64_t stride = labels.size(axis) / logits[n].size(axis + 1);
            target = target.slice(axis, stride / 2, std::nullopt, stride);
        }
        const at::Tensor one = diceAndEntropy(logits[n], target.contiguous());
        loss = loss.defined() ? loss + weight * one : one;
        weights += weight;
    }
    return loss / weights;
}

} // namespace fovea

#include "model/training/FirstProjections.h"

#include "model/training/TrainingStep.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/diag.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fovea {

namespace {

/// Share of the mean variance that is added to each: directions in which studies hardly differ are
/// not blown up to the size of the others.
constexpr double floorShare = 0.002;

} // namespace

void startProjections(const Recipe& recipe, const Fvlm& network, BatchStream batches)
{
    const at::NoGradGuard noGradient;
    EncoderArithmetic arithmetic;
    arithmetic.precision = recipe.precision;
    std::vector<std::vector<at::Tensor>> seen(network.config().anatomies.size());
    const std::size_t count = std::min(
        batches.batchesPerEpoch(), (ProjectionSample + static_cast<std::size_t>(recipe.batch) - 1) /
                                       static_cast<std::size_t>(recipe.batch));
    for (std::size_t n = 0; n < count; ++n) {
        const std::vector<at::Tensor> vectors = regionVectors(network, batches.next(), arithmetic);
        for (std::size_t a = 0; a < vectors.size(); ++a)
            seen[a].push_back(vectors[a]);
    }
    for (std::size_t a = 0; a < seen.size(); ++a) {
        const at::Tensor all = at::cat(seen[a], 0).to(at::kDouble);
        if (all.size(0) <= all.size(1))
            continue;
        const at::Tensor mean = all.mean(0);
        const at::Tensor centred = all - mean;
        const at::Tensor covariance =
            at::matmul(centred.t(), centred) / static_cast<double>(all.size(0) - 1);
        const auto [values, vectors] = at::linalg_eigh(covariance);
        const at::Tensor scale = (values.clamp_min(0) + floorShare * values.mean()).rsqrt();
        const at::Tensor whiten = at::matmul(vectors, at::matmul(at::diag(scale), vectors.t()));
        const std::string head = "vision_projs." + std::to_string(a);
        at::Tensor weight = network.parameters().at(head + ".weight");
        at::Tensor bias = network.parameters().at(head + ".bias");
        const at::Tensor whitened = at::matmul(whiten, weight.to(at::kDouble));
        // Vectors are made unit, so their size is free: that of the weights is kept, or else the
        // optimiser's steps, which are as large for large weights, would never move them.
        const at::Tensor size = weight.norm().to(at::kDouble) / whitened.norm();
        weight.copy_(whitened * size);
        bias.copy_(at::matmul(whiten, bias.to(at::kDouble) - mean) * size);
    }
}

} // namespace fovea

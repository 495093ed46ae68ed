#include "model/training/FirstPositions.h"

#include "model/network/PatchEmbedding.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fovea {

namespace {

/// [tokens, hidden] of root mean square near 0.7; channels beyond pairs for every axis stay 0.
at::Tensor sinesOfPlaces(const std::array<int, 3>& grid, int hidden)
{
    const std::int64_t tokens = std::int64_t{grid[0]} * grid[1] * grid[2];
    at::Tensor table = at::zeros({tokens, hidden}, at::kFloat);
    float* row = table.mutable_data_ptr<float>();
    const int pairs = hidden / 6;
    for (std::int64_t token = 0; token < tokens; ++token, row += hidden) {
        const std::array<std::int64_t, 3> place{token / grid[2] / grid[1],
                                                token / grid[2] % grid[1], token % grid[2]};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double longest = 2.0 * std::max(grid[axis], 2);
            for (int pair = 0; pair < pairs; ++pair) {
                const double share = pairs > 1 ? static_cast<double>(pair) / (pairs - 1) : 0.0;
                const double wavelength = longest * std::pow(2.0 / longest, share);
                // From the grid's middle: so the first sine tells its two halves apart.
                const double angle = 2.0 * std::numbers::pi *
                                     (static_cast<double>(place[axis]) - 0.5 * (grid[axis] - 1)) /
                                     wavelength;
                float* channel =
                    row +
                    (axis * static_cast<std::size_t>(pairs) + static_cast<std::size_t>(pair)) * 2;
                channel[0] = static_cast<float>(std::sin(angle));
                channel[1] = static_cast<float>(std::cos(angle));
            }
        }
    }
    return table;
}

double rootMeanSquare(const at::Tensor& x)
{
    return std::sqrt(x.square().mean().item<double>());
}

} // namespace

void startPositions(const Fvlm& network, BatchStream batches)
{
    const at::NoGradGuard noGradient;
    const NetworkConfig& config = network.config();
    const at::Tensor patches =
        embedPatches(config, network.parameters(), batches.next().images, config.grid);
    const at::Tensor table = sinesOfPlaces(config.grid, config.hidden);
    const double size = FirstPositionShare * rootMeanSquare(patches) / rootMeanSquare(table);
    at::Tensor positions =
        network.parameters().at("visual_encoder.patch_embedding.position_embeddings");
    positions.copy_((table * size).unsqueeze(0));
}

} // namespace fovea

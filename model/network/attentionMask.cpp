#include "model/network/attentionMask.h"

#include <ATen/ops/full.h>

#include <algorithm>
#include <limits>

namespace fovea {

std::optional<at::Tensor> attentionMask(const NetworkConfig& config, const std::array<int, 3>& grid,
                                        const at::TensorOptions& scores)
{
    const int reach = config.attentionReach;
    if (reach == 0)
        return std::nullopt;
    const std::int64_t tokens = std::int64_t{grid[0]} * grid[1] * grid[2];
    at::Tensor mask =
        at::full({tokens, tokens}, -std::numeric_limits<float>::infinity(), at::kFloat);
    float* row = mask.mutable_data_ptr<float>();
    const auto low = [&](int place) { return std::max(place - reach, 0); };
    const auto high = [&](int place, int axis) { return std::min(place + reach + 1, grid[axis]); };
    for (int d = 0; d < grid[0]; ++d) {
        for (int h = 0; h < grid[1]; ++h) {
            for (int w = 0; w < grid[2]; ++w, row += tokens) {
                for (int i = low(d); i < high(d, 0); ++i) {
                    for (int j = low(h); j < high(h, 1); ++j) {
                        float* line = row + (std::int64_t{i} * grid[1] + j) * grid[2];
                        std::fill(line + low(w), line + high(w, 2), 0.0F);
                    }
                }
            }
        }
    }
    return mask.to(scores.device(), c10::typeMetaToScalarType(scores.dtype()));
}

} // namespace fovea

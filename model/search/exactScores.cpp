#include "model/search/exactScores.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/mv.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <numeric>

namespace fovea {

void exactScores(const RegionVectors& vectors, std::span<const float> direction, std::size_t begin,
                 std::size_t end,
                 const std::function<void(std::size_t first, std::span<const float>)>& take)
{
    constexpr std::size_t block = 32768;
    const c10::InferenceMode inference;
    const auto dimension = static_cast<std::int64_t>(vectors.dimension);
    // LibTorch has no tensor of constants; neither is written to.
    const at::Tensor query =
        at::from_blob(const_cast<float*>(direction.data()), {dimension}, at::kFloat);
    for (std::size_t first = begin; first < end; first += block) {
        const std::size_t count = std::min(block, end - first);
        const at::Tensor rows =
            at::from_blob(const_cast<float*>(vectors.vector(first)),
                          {static_cast<std::int64_t>(count), dimension}, at::kFloat);
        const at::Tensor scores = at::mv(rows, query);
        take(first, {scores.const_data_ptr<float>(), count});
    }
}

float exactScore(const RegionVectors& vectors, std::span<const float> direction, std::size_t row)
{
    return std::inner_product(direction.begin(), direction.end(), vectors.vector(row), 0.0F);
}

} // namespace fovea

#include "model/network/regionKeys.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fovea {

at::Tensor regionKeys(const ImageFeatures& features, std::int64_t sample,
                      std::span<const std::int64_t> tokens)
{
    const auto count = static_cast<std::int64_t>(tokens.size());
    const at::Device device = features.levels.front().device();
    const at::Tensor index = at::empty({count}, at::kLong);
    std::ranges::copy(tokens, index.mutable_data_ptr<std::int64_t>());
    at::Tensor lastIndex = index;
    if (!features.lastTokens.empty()) {
        lastIndex = at::empty({count}, at::kLong);
        std::ranges::transform(
            tokens, lastIndex.mutable_data_ptr<std::int64_t>(), [&](std::int64_t token) {
                const auto at = std::ranges::lower_bound(features.lastTokens, token);
                TORCH_CHECK(at != features.lastTokens.end() && *at == token,
                            "a token was not encoded");
                return at - features.lastTokens.begin();
            });
    }
    std::vector<at::Tensor> selected;
    for (std::size_t level = 0; level < features.levels.size(); ++level) {
        const bool last = level + 1 == features.levels.size();
        selected.push_back(features.levels[level].select(0, sample).index_select(
            0, (last ? lastIndex : index).to(device)));
    }
    return at::cat(selected, 0);
}

} // namespace fovea

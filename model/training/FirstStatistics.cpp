#include "model/training/FirstStatistics.h"

#include "model/network/PatchEmbedding.h"
#include "model/network/regionStatistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/var.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fovea {

void startStatistics(const Recipe& recipe, const Fvlm& network, BatchStream batches)
{
    const NetworkConfig& config = network.config();
    if (!config.regionStatistics)
        return;
    const at::NoGradGuard noGradient;
    SeenStatistics seen(config.anatomies.size());
    const auto batch = static_cast<std::size_t>(recipe.batch);
    const std::size_t count =
        std::min(batches.batchesPerEpoch(), (StatisticsSample + batch - 1) / batch);
    for (std::size_t n = 0; n < count; ++n) {
        const TrainingBatch next = batches.next();
        ImageFeatures features;
        for (std::size_t axis = 0; axis < 3; ++axis)
            features.grid[axis] =
                static_cast<int>(next.images.size(static_cast<std::int64_t>(axis) + 2)) /
                config.patch[axis];
        features.statistics =
            patchInputs(config, network.parameters(), next.images, features.grid).ofAnatomies;
        for (std::size_t a = 0; a < next.regions.size(); ++a) {
            for (const TrainingBatch::Region& region : next.regions[a])
                seen[a].push_back(regionStatistics(statisticsOfTokens(
                    features, region.sample, static_cast<int>(a), region.tokens)));
        }
    }
    for (std::size_t a = 0; a < seen.size(); ++a)
        network.parameters().at("statistics_projs." + std::to_string(a) + ".weight").zero_();
    standardiseStatistics(seen, 0, network.parameters());
}

void standardiseStatistics(const SeenStatistics& seen, std::size_t first,
                           const ParameterMap& parameters)
{
    const at::NoGradGuard noGradient;
    for (std::size_t a = first; a < seen.size(); ++a) {
        if (seen[a].size() < 2)
            continue;
        const at::Tensor all = at::stack(seen[a]).to(at::kDouble);
        const std::string norm = "statistics_norm." + std::to_string(a);
        parameters.at(norm + ".running_mean").copy_(all.mean(0));
        parameters.at(norm + ".running_var").copy_(at::var(all, 0, /*unbiased=*/true));
    }
}

} // namespace fovea

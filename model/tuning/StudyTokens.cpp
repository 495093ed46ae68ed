#include "model/tuning/StudyTokens.h"

#include <string>

namespace fovea {

ParameterMap tensorsOf(const StudyTokens& study)
{
    ParameterMap tensors;
    for (const RegionTokens& region : study) {
        const std::string anatomy = std::to_string(region.anatomyIndex);
        tensors[anatomy + ".keys"] = region.keys;
        if (region.statistics.defined())
            tensors[anatomy + ".statistics"] = region.statistics;
    }
    return tensors;
}

std::optional<StudyTokens> tokensOf(const ParameterMap& tensors, const NetworkConfig& network)
{
    const auto levels = static_cast<std::int64_t>(network.levels.size()) + 1;
    StudyTokens study;
    std::size_t used = 0;
    for (int anatomy = 0; anatomy < static_cast<int>(network.anatomies.size()); ++anatomy) {
        const std::string name = std::to_string(anatomy);
        const auto keys = tensors.find(name + ".keys");
        if (keys == tensors.end())
            continue;
        RegionTokens region{anatomy, keys->second, {}};
        if (region.keys.dim() != 2 || region.keys.size(1) != network.hidden ||
            region.keys.size(0) < levels || region.keys.size(0) % levels != 0)
            return std::nullopt;
        ++used;
        if (network.regionStatistics) {
            const auto statistics = tensors.find(name + ".statistics");
            if (statistics == tensors.end() || statistics->second.dim() != 1 ||
                statistics->second.size(0) != network.regionStatisticsLength() ||
                statistics->second.scalar_type() != at::kFloat)
                return std::nullopt;
            region.statistics = statistics->second;
            ++used;
        }
        study.push_back(std::move(region));
    }
    if (study.empty() || used != tensors.size())
        return std::nullopt;
    return study;
}

} // namespace fovea

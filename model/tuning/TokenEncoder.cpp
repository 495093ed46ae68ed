#include "model/tuning/TokenEncoder.h"

#include "model/checkpoint/AnatomyGrouping.h"
#include "model/engine/CpuSetup.h"
#include "model/network/regionKeys.h"
#include "model/network/regionStatistics.h"

#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace fovea {

namespace {

constexpr double prepareShare = 0.2; ///< Of the time that a study takes.
constexpr double largestHalf = 65504;

Precision precisionHere(const NetworkConfig& network)
{
    return at::hasCUDA() ? Precision::Float16 : fastestCpuPrecision(network);
}

std::shared_ptr<const InferenceNetwork> networkHere(const Fvlm& network)
{
    const Fvlm placed = at::hasCUDA() ? network.to(at::Device(at::kCUDA, 0)) : network;
    return std::make_shared<const InferenceNetwork>(placed, precisionHere(network.config()));
}

std::string madeBy(const Fvlm& network, const std::string& parentFingerprint)
{
    return "fovea tokens 1 " + parentFingerprint + (at::hasCUDA() ? " cuda " : " cpu ") +
           std::to_string(static_cast<int>(precisionHere(network.config())));
}

/// In half the space; a copy on the CPU.
at::Tensor halved(const at::Tensor& keys)
{
    const bool fits = keys.numel() == 0 || keys.abs().max().item<double>() < largestHalf;
    return keys.to(at::kCPU, fits ? at::kHalf : at::kBFloat16, /*non_blocking=*/false,
                   /*copy=*/true);
}

} // namespace

TokenEncoder::TokenEncoder(const ModelManifest& manifest, const Fvlm& network,
                           const std::string& parentFingerprint)
    : StudyEncoder(manifest, madeBy(network, parentFingerprint))
    , m_encoder(networkHere(network), [network] {
        return std::make_shared<const InferenceNetwork>(network,
                                                        fastestCpuPrecision(network.config()));
    })
{
}

Result<ParameterMap> TokenEncoder::encode(const LabelledStudy& study, const Progress& progress)
{
    const c10::InferenceMode inference;
    const Result<PreparedStudy> prepared =
        prepareStudy(*study.volume, *study.labels, labelsByAnatomy(manifest(), *study.labels),
                     manifest().preprocess, progress.part(0, prepareShare), m_encoder.imagePlace());
    if (!prepared)
        return prepared.error();
    StudyTokens tokens;
    StudyAnalysis analysis;
    const auto take = [&](const EncodedRegion& region) {
        // A batch that did not fit in memory is heard again.
        std::erase_if(tokens, [&](const RegionTokens& known) {
            return known.anatomyIndex == region.anatomyIndex;
        });
        RegionTokens own;
        own.anatomyIndex = region.anatomyIndex;
        own.keys = halved(regionKeys(region.features, region.sample, region.tokens));
        if (region.features.statistics.defined())
            own.statistics =
                regionStatistics(statisticsOfTokens(region.features, region.sample,
                                                    region.anatomyIndex, region.tokens))
                    .to(at::kCPU, at::kFloat);
        tokens.push_back(std::move(own));
    };
    if (Status status = m_encoder.encode(*study.volume, *prepared, manifest().preprocess,
                                         progress.part(prepareShare, 1), analysis, take);
        !status)
        return status.error();
    return tensorsOf(tokens);
}

bool TokenEncoder::fits(const ParameterMap& tensors) const
{
    return tokensOf(tensors, manifest().network).has_value();
}

bool TokenEncoder::shows(const ParameterMap& tensors, int anatomyIndex) const
{
    return tensors.contains(std::to_string(anatomyIndex) + ".keys");
}

} // namespace fovea

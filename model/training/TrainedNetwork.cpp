#include "model/training/TrainedNetwork.h"

#include "model/training/TrainingStep.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

FindingScores classify(const TrainedNetwork& network, const FindingDefinition& finding,
                       std::int64_t row, int anatomy, const std::vector<TrainingCase>& cases,
                       const std::vector<CaseVectors>& vectors)
{
    FindingScores out;
    for (std::size_t n = 0; n < cases.size(); ++n) {
        const std::vector<float>& image = vectors[n][static_cast<std::size_t>(anatomy)];
        const auto said =
            std::ranges::find(cases[n].regions, anatomy, &TrainingCase::Region::anatomyIndex);
        if (image.empty() || said == cases[n].regions.end())
            continue;
        at::Tensor vector = at::empty({1, static_cast<std::int64_t>(image.size())}, at::kFloat);
        std::ranges::copy(image, vector.mutable_data_ptr<float>());
        const double logit = findingLogits(network.parameters, vector, {row}).item<double>();
        out.scores.push_back(1 / (1 + std::exp(-logit)));
        out.positive.push_back(std::ranges::count(said->findings, finding.id) > 0);
    }
    return out;
}

} // namespace

NetworkConfig networkOf(const Recipe& recipe)
{
    NetworkConfig config = recipe.network;
    if (recipe.objective == Objective::Clip)
        config.anatomies = {StudyAnatomy};
    return config;
}

ParameterMap firstParameters(const Recipe& recipe, std::uint64_t seed)
{
    ParameterMap parameters = initialParameters(recipe.network, seed);
    if (recipe.objective == Objective::Clip) {
        at::Tensor& queries = parameters.at("query_tokens");
        queries = queries.slice(0, 0, 1).clone();
        for (std::size_t n = 1; n < recipe.network.anatomies.size(); ++n) {
            for (const char* of : {"vision_projs.", "statistics_projs.", "statistics_norm."}) {
                const std::string own = of + std::to_string(n) + '.';
                std::erase_if(parameters,
                              [&](const auto& entry) { return entry.first.starts_with(own); });
            }
        }
    }
    if (recipe.objective == Objective::Supervised) {
        const auto findings = static_cast<std::int64_t>(recipe.findings.size());
        // A logistic regression's usual start: it has no symmetry that zeros would keep.
        parameters.emplace(FindingWeight,
                           at::zeros({findings, recipe.network.embedding}, at::kFloat));
        parameters.emplace(FindingBias, at::zeros({findings}, at::kFloat));
    }
    return parameters;
}

Result<std::vector<FindingScores>> scoreCases(const TrainedNetwork& network, const WordPiece& words,
                                              const std::vector<FindingDefinition>& findings,
                                              const std::vector<TrainingCase>& cases,
                                              const PreprocessSettings& settings,
                                              const Progress& progress)
{
    const at::NoGradGuard noGradient;
    const Result<Fvlm> fvlm = Fvlm::create(network.config, network.parameters);
    if (!fvlm)
        return fvlm.error();
    const Result<std::vector<CaseVectors>> vectors =
        embedCases(*fvlm, network.objective, cases, settings, progress);
    if (!vectors)
        return vectors.error();
    std::vector<FindingScores> scores;
    for (const FindingDefinition& finding : findings) {
        const auto row = static_cast<std::int64_t>(scores.size());
        const auto known = std::ranges::find(network.anatomies, finding.anatomyId);
        const auto anatomy = static_cast<int>(known - network.anatomies.begin());
        if (known == network.anatomies.end())
            scores.emplace_back();
        else if (network.objective == Objective::Supervised)
            scores.push_back(classify(network, finding, row, anatomy, cases, *vectors));
        else
            scores.push_back(scoreFinding(
                *fvlm, words, finding, anatomy,
                network.objective == Objective::Clip ? 0 : static_cast<std::size_t>(anatomy), cases,
                *vectors));
    }
    return scores;
}

Result<std::vector<CaseVectors>> searchVectors(const TrainedNetwork& network,
                                               const std::vector<TrainingCase>& cases,
                                               const PreprocessSettings& settings,
                                               const Progress& progress)
{
    if (network.objective == Objective::Supervised)
        return makeError(ErrorCode::BadOption,
                         {"objective", "a supervised network reads no texts"});
    const Result<Fvlm> fvlm = Fvlm::create(network.config, network.parameters);
    if (!fvlm)
        return fvlm.error();
    return embedCases(*fvlm, network.objective, cases, settings, progress);
}

} // namespace fovea

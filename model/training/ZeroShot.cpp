#include "model/training/ZeroShot.h"

#include "model/evaluate/Evaluation.h"
#include "model/network/RegionPooling.h"
#include "model/preprocess/RegionWindow.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace fovea {

namespace {

std::vector<float> toVector(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.contiguous();
    const float* data = flat.const_data_ptr<float>();
    return {data, data + flat.numel()};
}

CaseVectors embedCase(const Fvlm& network, const TrainingCase& oneCase,
                      const PreprocessSettings& settings)
{
    const Index3& patch = network.config().patch;
    const PreparedStudy study = oneCase.restore();
    CaseVectors vectors(network.config().anatomies.size());
    std::vector<std::pair<RegionWindow, ImageFeatures>> seen;
    for (const PreparedRegion& box : study.regions) {
        const RegionWindow window = regionWindow(study, box, settings, patch);
        auto known =
            std::ranges::find(seen, window, &std::pair<RegionWindow, ImageFeatures>::first);
        if (known == seen.end()) {
            const std::vector<float> pixels = cutImage(study, window);
            at::Tensor image =
                at::empty({1, 1, window.padded[0], window.padded[1], window.padded[2]}, at::kFloat);
            std::ranges::copy(pixels, image.mutable_data_ptr<float>());
            seen.emplace_back(window, network.encodeImage(image));
            known = seen.end() - 1;
        }
        const std::vector<std::int64_t> tokens =
            regionTokens(study, window, box.anatomyIndex, patch);
        if (tokens.empty())
            continue;
        vectors[static_cast<std::size_t>(box.anatomyIndex)] =
            toVector(network.pool(known->second, 0, box.anatomyIndex, tokens).vector);
    }
    return vectors;
}

std::vector<float> promptVector(const Fvlm& network, const WordPiece& words,
                                const std::vector<std::string>& prompts)
{
    std::vector<std::vector<std::int64_t>> ids;
    for (const std::string& prompt : prompts)
        ids.push_back(
            words.encode(prompt, static_cast<std::size_t>(network.config().maxPositions)));
    return toVector(unitVectors(network.textVectors(ids).mean(0)));
}

double dotProduct(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        sum += static_cast<double>(a[n]) * b[n];
    return sum;
}

ScoredCases scored(const FindingScores& s)
{
    return {s.scores, s.positive};
}

} // namespace

Result<std::vector<CaseVectors>> embedCases(const Fvlm& network,
                                            const std::vector<TrainingCase>& cases,
                                            const PreprocessSettings& settings,
                                            const Progress& progress)
{
    const at::NoGradGuard noGradient;
    std::vector<CaseVectors> all;
    for (const TrainingCase& oneCase : cases) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        all.push_back(embedCase(network, oneCase, settings));
        progress.report(static_cast<double>(all.size()) / static_cast<double>(cases.size()));
    }
    return all;
}

FindingScores scoreFinding(const Fvlm& network, const WordPiece& words,
                           const FindingDefinition& finding, const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors)
{
    const at::NoGradGuard noGradient;
    FindingScores out;
    const int anatomy = network.config().anatomyIndex(finding.anatomyId);
    if (anatomy < 0)
        return out;
    const std::vector<float> positive = promptVector(network, words, finding.positive);
    const std::vector<float> negative = promptVector(network, words, finding.negative);
    const double temperature = network.temperature().item<double>();
    for (std::size_t n = 0; n < cases.size(); ++n) {
        const std::vector<float>& image = vectors[n][static_cast<std::size_t>(anatomy)];
        const auto said =
            std::ranges::find(cases[n].regions, anatomy, &TrainingCase::Region::anatomyIndex);
        if (image.empty() || said == cases[n].regions.end())
            continue;
        const double margin =
            (dotProduct(image, negative) - dotProduct(image, positive)) / temperature;
        out.scores.push_back(1 / (1 + std::exp(margin)));
        out.positive.push_back(std::ranges::find(said->findings, finding.id) !=
                               said->findings.end());
    }
    return out;
}

Evaluation evaluatePrompts(const Fvlm& network, const WordPiece& words,
                           const std::vector<FindingDefinition>& findings,
                           const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors)
{
    std::vector<FindingCases> all;
    for (const FindingDefinition& finding : findings) {
        FindingScores s = scoreFinding(network, words, finding, cases, vectors);
        const auto count = static_cast<std::uint32_t>(s.scores.size());
        FindingCases& own = all.emplace_back();
        own.anatomyId = finding.anatomyId;
        own.findingId = finding.id;
        own.cases = {std::move(s.scores), std::move(s.positive)};
        // Without intervals and folds nobody asks which case is whose.
        own.groups.assign(count, 0);
    }
    MeasureOptions options;
    options.resamples = 0;
    Result<Evaluation> evaluation = measureFindings(all, 1, options, Progress());
    evaluation->studies = static_cast<int>(cases.size());
    return *std::move(evaluation);
}

std::vector<FindingDefinition> fitFindings(const Fvlm& network, const WordPiece& words,
                                           const std::vector<FindingDefinition>& findings,
                                           const std::vector<PromptAlternative>& alternatives,
                                           const std::vector<TrainingCase>& cases,
                                           const std::vector<CaseVectors>& vectors)
{
    std::vector<FindingDefinition> fitted;
    for (const FindingDefinition& own : findings) {
        FindingDefinition best = own;
        FindingScores bestScores = scoreFinding(network, words, own, cases, vectors);
        std::optional<double> bestAuc = areaUnderRoc(scored(bestScores));
        for (const PromptAlternative& alternative : alternatives) {
            if (alternative.findingId != own.id)
                continue;
            FindingDefinition other = own;
            other.positive = alternative.positive;
            other.negative = alternative.negative;
            FindingScores scores = scoreFinding(network, words, other, cases, vectors);
            const std::optional<double> auc = areaUnderRoc(scored(scores));
            if (auc && (!bestAuc || *auc > *bestAuc)) {
                best = std::move(other);
                bestScores = std::move(scores);
                bestAuc = auc;
            }
        }
        best.threshold = operatingThreshold(scored(bestScores));
        best.calibration.reset();
        if (const std::optional<PlattFit> platt = fitPlatt(scored(bestScores)))
            best.calibration = Calibration{platt->a, platt->b};
        fitted.push_back(std::move(best));
    }
    return fitted;
}

} // namespace fovea

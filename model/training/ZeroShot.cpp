#include "model/training/ZeroShot.h"

#include "model/evaluate/Evaluation.h"
#include "model/network/RegionPooling.h"
#include "model/network/markInside.h"
#include "model/preprocess/RegionWindow.h"
#include "model/training/BatchPooling.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {

namespace {

std::vector<float> toVector(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.contiguous();
    const float* data = flat.const_data_ptr<float>();
    return {data, data + flat.numel()};
}

/// The box of all that is labelled, as if it were the network's one anatomy.
PreparedRegion wholeStudy(const PreparedStudy& study)
{
    PreparedRegion whole = study.regions.front();
    whole.anatomyIndex = 0;
    for (const PreparedRegion& box : study.regions) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            whole.low[axis] = std::min(whole.low[axis], box.low[axis]);
            whole.high[axis] = std::max(whole.high[axis], box.high[axis]);
        }
    }
    return whole;
}

at::Tensor pooled(const Fvlm& network, Objective objective, const ImageFeatures& features,
                  int anatomyIndex, const std::vector<std::int64_t>& tokens)
{
    if (objective != Objective::Supervised)
        return network.pool(features, 0, anatomyIndex, tokens).vector;
    std::vector<std::vector<PooledTokens>> regions(network.config().anatomies.size());
    const auto anatomy = static_cast<std::size_t>(anatomyIndex);
    regions[anatomy].push_back({0, tokens});
    return poolBatch(network.config(), network.parameters(), features, regions)[anatomy];
}

CaseVectors embedCase(const Fvlm& network, Objective objective, const TrainingCase& oneCase,
                      const PreprocessSettings& settings)
{
    const Index3& patch = network.config().patch;
    PreparedStudy study = oneCase.restore();
    if (network.config().anatomyChannel)
        markInside(study.image, study.labels);
    CaseVectors vectors(network.config().anatomies.size());
    std::vector<PreparedRegion> boxes = study.regions;
    if (objective == Objective::Clip)
        boxes = {wholeStudy(study)};
    std::vector<std::pair<RegionWindow, ImageFeatures>> seen;
    for (const PreparedRegion& box : boxes) {
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
        std::vector<std::int64_t> tokens;
        if (objective == Objective::Clip) {
            tokens.resize(static_cast<std::size_t>(known->second.levels.front().size(1)));
            std::iota(tokens.begin(), tokens.end(), 0);
        } else {
            tokens = regionTokens(study, window, box.anatomyIndex, patch);
        }
        if (tokens.empty())
            continue;
        vectors[static_cast<std::size_t>(box.anatomyIndex)] =
            toVector(pooled(network, objective, known->second, box.anatomyIndex, tokens));
    }
    return vectors;
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
    return embedCases(network, Objective::Fvlm, cases, settings, progress);
}

Result<std::vector<CaseVectors>> embedCases(const Fvlm& network, Objective objective,
                                            const std::vector<TrainingCase>& cases,
                                            const PreprocessSettings& settings,
                                            const Progress& progress)
{
    const at::NoGradGuard noGradient;
    std::vector<CaseVectors> all;
    for (const TrainingCase& oneCase : cases) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        all.push_back(embedCase(network, objective, oneCase, settings));
        progress.report(static_cast<double>(all.size()) / static_cast<double>(cases.size()));
    }
    return all;
}

std::vector<float> textVector(const Fvlm& network, const WordPiece& words,
                              const std::vector<std::string>& texts)
{
    const at::NoGradGuard noGradient;
    std::vector<std::vector<std::int64_t>> ids;
    for (const std::string& text : texts)
        ids.push_back(words.encode(text, static_cast<std::size_t>(network.config().maxPositions)));
    return toVector(unitVectors(network.textVectors(ids).mean(0)));
}

FindingScores scoreFinding(const Fvlm& network, const WordPiece& words,
                           const FindingDefinition& finding, const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors)
{
    const int anatomy = network.config().anatomyIndex(finding.anatomyId);
    if (anatomy < 0)
        return {};
    return scoreFinding(network, words, finding, anatomy, static_cast<std::size_t>(anatomy), cases,
                        vectors);
}

FindingScores scoreFinding(const Fvlm& network, const WordPiece& words,
                           const FindingDefinition& finding, int anatomyOfCases,
                           std::size_t vectorOfCases, const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors)
{
    const at::NoGradGuard noGradient;
    FindingScores out;
    const std::vector<float> positive = textVector(network, words, finding.positive);
    const std::vector<float> negative = textVector(network, words, finding.negative);
    const double temperature = network.temperature().item<double>();
    for (std::size_t n = 0; n < cases.size(); ++n) {
        const std::vector<float>& image = vectors[n][vectorOfCases];
        const auto said = std::ranges::find(cases[n].regions, anatomyOfCases,
                                            &TrainingCase::Region::anatomyIndex);
        if (image.empty() || said == cases[n].regions.end())
            continue;
        const std::optional<bool> present = said->has(finding.id);
        if (!present)
            continue;
        const double margin =
            (dotProduct(image, negative) - dotProduct(image, positive)) / temperature;
        out.scores.push_back(1 / (1 + std::exp(margin)));
        out.positive.push_back(*present);
    }
    return out;
}

Evaluation evaluateScores(const std::vector<FindingDefinition>& findings,
                          std::vector<FindingScores> scores, std::size_t studies)
{
    std::vector<FindingCases> all;
    std::size_t cases = 0;
    for (std::size_t n = 0; n < findings.size(); ++n) {
        FindingCases& own = all.emplace_back();
        own.anatomyId = findings[n].anatomyId;
        own.findingId = findings[n].id;
        // Without intervals it is the folds of calibration alone that ask which case is whose.
        own.groups.resize(scores[n].scores.size());
        std::iota(own.groups.begin(), own.groups.end(), 0U);
        cases = std::max(cases, own.groups.size());
        own.cases = {std::move(scores[n].scores), std::move(scores[n].positive)};
    }
    MeasureOptions options;
    options.resamples = 0;
    Result<Evaluation> evaluation = measureFindings(all, cases, options, Progress());
    evaluation->studies = static_cast<int>(studies);
    return *std::move(evaluation);
}

Evaluation evaluatePrompts(const Fvlm& network, const WordPiece& words,
                           const std::vector<FindingDefinition>& findings,
                           const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors)
{
    std::vector<FindingScores> scores;
    for (const FindingDefinition& finding : findings)
        scores.push_back(scoreFinding(network, words, finding, cases, vectors));
    return evaluateScores(findings, std::move(scores), cases.size());
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

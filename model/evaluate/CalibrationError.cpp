#include "model/evaluate/CalibrationError.h"

#include "model/evaluate/Platt.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace fovea {

std::optional<double> expectedCalibrationError(const ScoredCases& cases)
{
    constexpr std::size_t bins = 15;
    struct Bin {
        double scores = 0.0;
        double positives = 0.0;
    };
    std::array<Bin, bins> all{};
    double count = 0.0;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        const double score = cases.scores[i];
        if (std::isnan(score))
            continue;
        Bin& bin = all[std::min(bins - 1, static_cast<std::size_t>(score * bins))];
        bin.scores += score;
        bin.positives += cases.positive[i] ? 1.0 : 0.0;
        count += 1.0;
    }
    if (count == 0.0)
        return std::nullopt;
    double error = 0.0;
    for (const Bin& bin : all)
        error += std::abs(bin.scores - bin.positives);
    return error / count;
}

std::optional<ScoredCases> crossCalibrated(const ScoredCases& cases,
                                           const std::vector<std::uint32_t>& groups,
                                           const std::vector<int>& foldOfGroup, int folds)
{
    ScoredCases calibrated = cases;
    for (int fold = 0; fold < folds; ++fold) {
        ScoredCases others;
        std::vector<std::size_t> own;
        for (std::size_t i = 0; i < cases.scores.size(); ++i) {
            if (foldOfGroup[groups[i]] == fold) {
                own.push_back(i);
                continue;
            }
            others.scores.push_back(cases.scores[i]);
            others.positive.push_back(cases.positive[i]);
        }
        if (own.empty())
            continue;
        const std::optional<PlattFit> fit = fitPlatt(others);
        if (!fit)
            return std::nullopt;
        for (const std::size_t i : own) {
            if (!std::isnan(cases.scores[i]))
                calibrated.scores[i] = fit->calibrated(cases.scores[i]);
        }
    }
    return calibrated;
}

std::vector<int> dealFolds(std::size_t groups, int folds, std::uint64_t seed)
{
    std::vector<std::size_t> order(groups);
    std::iota(order.begin(), order.end(), std::size_t{0});
    CounterRandom random(seed, "calibration folds");
    for (std::size_t left = groups; left > 1; --left)
        std::swap(order[left - 1], order[random.index(left)]);
    std::vector<int> foldOfGroup(groups);
    for (std::size_t i = 0; i < groups; ++i)
        foldOfGroup[order[i]] = static_cast<int>(i % static_cast<std::size_t>(folds));
    return foldOfGroup;
}

} // namespace fovea

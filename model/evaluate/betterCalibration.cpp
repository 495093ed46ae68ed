#include "model/evaluate/betterCalibration.h"

#include "model/evaluate/CalibrationBootstrap.h"
#include "model/evaluate/CalibrationError.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {

namespace {

double logLoss(const ScoredCases& probabilities)
{
    constexpr double least = 1e-6; // As fitPlatt() clamps.
    double loss = 0.0;
    for (std::size_t i = 0; i < probabilities.scores.size(); ++i) {
        const double p = std::clamp(probabilities.scores[i], least, 1.0 - least);
        if (!std::isnan(p))
            loss -= std::log(probabilities.positive[i] ? p : 1.0 - p);
    }
    return loss;
}

} // namespace

PlattFit betterCalibration(const PlattFit& old, const PlattFit& fitted, const ScoredCases& cases)
{
    std::vector<std::uint32_t> groups(cases.scores.size());
    std::iota(groups.begin(), groups.end(), 0U);
    const auto crossed = crossCalibrated(
        cases, groups, dealFolds(groups.size(), CalibrationFolds, 1), CalibrationFolds);
    if (!crossed)
        return old;
    ScoredCases before = cases;
    for (double& score : before.scores)
        score = std::isnan(score) ? score : old.calibrated(score);
    return logLoss(*crossed) < logLoss(before) ? fitted : old;
}

} // namespace fovea

#include "model/evaluate/betterCalibration.h"

#include "model/evaluate/CalibrationBootstrap.h"
#include "model/evaluate/CalibrationError.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace fovea {

namespace {

double logLoss(double probability, bool positive)
{
    constexpr double least = 1e-6; // As fitPlatt() clamps.
    const double p = std::clamp(probability, least, 1.0 - least);
    return -std::log(positive ? p : 1.0 - p);
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
    std::vector<double> gains; // Of log loss, case by case.
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        if (std::isnan(cases.scores[i]) || std::isnan(crossed->scores[i]))
            continue;
        gains.push_back(logLoss(old.calibrated(cases.scores[i]), cases.positive[i]) -
                        logLoss(crossed->scores[i], cases.positive[i]));
    }
    const auto count = static_cast<double>(gains.size());
    if (gains.size() < LeastCalibrationCases)
        return old;
    const double mean = std::accumulate(gains.begin(), gains.end(), 0.0) / count;
    double squares = 0.0;
    for (const double gain : gains)
        squares += (gain - mean) * (gain - mean);
    return mean > std::sqrt(squares / (count - 1) / count) ? fitted : old;
}

} // namespace fovea

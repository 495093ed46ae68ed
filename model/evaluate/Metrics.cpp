#include "model/evaluate/Metrics.h"

#include "model/evaluate/RankedCases.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fovea {
namespace {

double ratio(double part, double whole)
{
    return whole > 0.0 ? part / whole : 0.0;
}

bool present(double score, double threshold)
{
    return scoreOrZero(score) > threshold;
}

} // namespace

std::optional<double> areaUnderRoc(const ScoredCases& cases)
{
    return RankedCases(cases).areaUnderRoc();
}

std::optional<double> operatingThreshold(const ScoredCases& cases)
{
    const auto positives = std::ranges::count(cases.positive, true);
    if (positives == 0 || positives == std::ranges::ssize(cases.positive))
        return std::nullopt;
    double best = 2.0;
    double threshold = 0.0;
    for (int step = 0; step < 100; ++step) {
        const double candidate = step / 99.0;
        const ConfusionCounts counts = confusionAt(cases, candidate);
        const double distance = std::hypot(1.0 - specificity(counts), 1.0 - sensitivity(counts));
        if (distance <= best) {
            best = distance;
            threshold = candidate;
        }
    }
    return threshold;
}

ConfusionCounts confusionAt(const ScoredCases& cases, double threshold)
{
    ConfusionCounts counts;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        if (present(cases.scores[i], threshold))
            (cases.positive[i] ? counts.truePositive : counts.falsePositive) += 1.0;
        else
            (cases.positive[i] ? counts.falseNegative : counts.trueNegative) += 1.0;
    }
    return counts;
}

double sensitivity(const ConfusionCounts& c)
{
    return ratio(c.truePositive, c.truePositive + c.falseNegative);
}

double specificity(const ConfusionCounts& c)
{
    return ratio(c.trueNegative, c.trueNegative + c.falsePositive);
}

double accuracy(const ConfusionCounts& c)
{
    const double right = c.truePositive + c.trueNegative;
    return ratio(right, right + c.falsePositive + c.falseNegative);
}

double precision(const ConfusionCounts& c)
{
    return ratio(c.truePositive, c.truePositive + c.falsePositive);
}

double f1(const ConfusionCounts& c)
{
    return ratio(2.0 * c.truePositive, 2.0 * c.truePositive + c.falsePositive + c.falseNegative);
}

double weightedF1(const ConfusionCounts& c)
{
    const double positives = c.truePositive + c.falseNegative;
    const double negatives = c.trueNegative + c.falsePositive;
    const ConfusionCounts swapped{c.trueNegative, c.falseNegative, c.truePositive, c.falsePositive};
    return ratio(positives * f1(c) + negatives * f1(swapped), positives + negatives);
}

} // namespace fovea

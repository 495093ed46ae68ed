#include "model/evaluate/Metrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace fovea {
namespace {

double usable(double score)
{
    return std::isnan(score) ? 0.0 : score;
}

std::size_t positives(const ScoredCases& cases)
{
    return static_cast<std::size_t>(std::ranges::count(cases.positive, true));
}

bool bothClasses(const ScoredCases& cases)
{
    const std::size_t n = positives(cases);
    return n > 0 && n < cases.positive.size();
}

} // namespace

std::optional<double> areaUnderRoc(const ScoredCases& cases)
{
    if (!bothClasses(cases))
        return std::nullopt;
    std::vector<std::size_t> order(cases.scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return usable(cases.scores[i]); });
    double rankSum = 0.0;
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() &&
               usable(cases.scores[order[end]]) == usable(cases.scores[order[begin]]))
            ++end;
        const double rank = (static_cast<double>(begin) + static_cast<double>(end) + 1.0) / 2.0;
        for (std::size_t i = begin; i < end; ++i) {
            if (cases.positive[order[i]])
                rankSum += rank;
        }
        begin = end;
    }
    const auto p = static_cast<double>(positives(cases));
    const double n = static_cast<double>(cases.scores.size()) - p;
    return (rankSum - p * (p + 1.0) / 2.0) / (p * n);
}

std::optional<double> operatingThreshold(const ScoredCases& cases)
{
    if (!bothClasses(cases))
        return std::nullopt;
    const auto p = static_cast<double>(positives(cases));
    const double n = static_cast<double>(cases.scores.size()) - p;
    double best = 2.0;
    double threshold = 0.0;
    for (int step = 0; step < 100; ++step) {
        const double candidate = step / 99.0;
        double truePositives = 0.0;
        double falsePositives = 0.0;
        for (std::size_t i = 0; i < cases.scores.size(); ++i) {
            if (usable(cases.scores[i]) > candidate)
                (cases.positive[i] ? truePositives : falsePositives) += 1.0;
        }
        const double distance = std::hypot(falsePositives / n, 1.0 - truePositives / p);
        if (distance <= best) {
            best = distance;
            threshold = candidate;
        }
    }
    return threshold;
}

std::optional<PlattFit> fitPlatt(const ScoredCases& cases)
{
    if (!bothClasses(cases))
        return std::nullopt;
    const auto p = static_cast<double>(positives(cases));
    const double n = static_cast<double>(cases.scores.size()) - p;
    const double targetPositive = (p + 1.0) / (p + 2.0);
    const double targetNegative = 1.0 / (n + 2.0);
    std::vector<double> x;
    std::vector<double> target;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        const double s = std::clamp(usable(cases.scores[i]), 1e-6, 1.0 - 1e-6);
        x.push_back(std::log(s / (1.0 - s)));
        target.push_back(cases.positive[i] ? targetPositive : targetNegative);
    }
    const auto loss = [&](double a, double b) {
        double sum = 0.0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double z = a * x[i] + b;
            sum += std::log1p(std::exp(-std::abs(z))) + std::max(z, 0.0) - target[i] * z;
        }
        return sum;
    };

    PlattFit fit{0.0, std::log((p + 1.0) / (n + 1.0))};
    double current = loss(fit.a, fit.b);
    for (int iteration = 0; iteration < 100; ++iteration) {
        double ga = 0.0;
        double gb = 0.0;
        double haa = 1e-12;
        double hab = 0.0;
        double hbb = 1e-12;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double q = 1.0 / (1.0 + std::exp(-(fit.a * x[i] + fit.b)));
            const double w = q * (1.0 - q);
            ga += (q - target[i]) * x[i];
            gb += q - target[i];
            haa += w * x[i] * x[i];
            hab += w * x[i];
            hbb += w;
        }
        if (std::abs(ga) < 1e-7 && std::abs(gb) < 1e-7)
            return fit;
        const double determinant = haa * hbb - hab * hab;
        if (!(std::abs(determinant) > 0.0))
            return std::nullopt;
        const double stepA = -(hbb * ga - hab * gb) / determinant;
        const double stepB = -(haa * gb - hab * ga) / determinant;
        double length = 1.0;
        for (; length > 1e-10; length /= 2.0) {
            const double next = loss(fit.a + length * stepA, fit.b + length * stepB);
            if (next <= current) {
                current = next;
                break;
            }
        }
        fit.a += length * stepA;
        fit.b += length * stepB;
        // No step improves any more: as close as the numbers allow.
        if (length <= 1e-10)
            return std::abs(ga) + std::abs(gb) < 1e-3 ? std::optional(fit) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace fovea

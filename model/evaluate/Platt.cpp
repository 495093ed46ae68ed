#include "model/evaluate/Platt.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fovea {
namespace {

double logit(double score)
{
    const double s = std::clamp(score, 1e-6, 1.0 - 1e-6);
    return std::log(s / (1.0 - s));
}

double sigmoid(double z)
{
    return 1.0 / (1.0 + std::exp(-z));
}

} // namespace

double PlattFit::calibrated(double score) const
{
    return sigmoid(a * logit(score) + b);
}

std::optional<PlattFit> fitPlatt(const ScoredCases& cases)
{
    double p = 0.0;
    double n = 0.0;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        if (!std::isnan(cases.scores[i]))
            (cases.positive[i] ? p : n) += 1.0;
    }
    if (p == 0.0 || n == 0.0)
        return std::nullopt;
    const double targetPositive = (p + 1.0) / (p + 2.0);
    const double targetNegative = 1.0 / (n + 2.0);
    std::vector<double> x;
    std::vector<double> target;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        if (std::isnan(cases.scores[i]))
            continue;
        x.push_back(logit(cases.scores[i]));
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
            const double q = sigmoid(fit.a * x[i] + fit.b);
            const double w = q * (1.0 - q);
            ga += (q - target[i]) * x[i];
            gb += q - target[i];
            haa += w * x[i] * x[i];
            hab += w * x[i];
            hbb += w;
        }
        const double determinant = haa * hbb - hab * hab;
        // Scores that are all alike have no slope.
        if (!(determinant > 1e-10 * haa * hbb))
            return std::nullopt;
        const double stepA = -(hbb * ga - hab * gb) / determinant;
        const double stepB = -(haa * gb - hab * ga) / determinant;
        // What a full step still gains is below what the sum of the losses can show: Newton's last
        // step, and comparing losses would only compare their rounding.
        const double gain = -(ga * stepA + gb * stepB) / 2.0;
        if (gain <= 1e-11 * (1.0 + std::abs(current)))
            return PlattFit{fit.a + stepA, fit.b + stepB};
        double length = 1.0;
        double next = loss(fit.a + stepA, fit.b + stepB);
        for (; next > current && length > 1e-10;
             next = loss(fit.a + length * stepA, fit.b + length * stepB))
            length /= 2.0;
        if (next > current)
            return std::nullopt;
        current = next;
        fit.a += length * stepA;
        fit.b += length * stepB;
    }
    return std::nullopt;
}

} // namespace fovea

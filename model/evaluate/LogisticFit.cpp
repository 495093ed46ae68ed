#include "model/evaluate/LogisticFit.h"

#include "model/evaluate/Cholesky.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace fovea {

namespace {

constexpr double ridge = 1e-2;

double sigmoid(double z)
{
    return 1.0 / (1.0 + std::exp(-z));
}

} // namespace

std::vector<double> LogisticFit::row(const std::vector<double>& features) const
{
    std::vector<double> x;
    for (std::size_t i = 0; i < features.size(); ++i)
        x.push_back((features[i] - m_mean[i]) / m_deviation[i]);
    x.push_back(1.0);
    return x;
}

double LogisticFit::operator()(const std::vector<double>& features) const
{
    const std::vector<double> x = row(features);
    return std::inner_product(x.begin(), x.end(), m_weights.begin(), 0.0);
}

std::optional<LogisticFit> LogisticFit::create(const std::vector<std::vector<double>>& features,
                                               const std::vector<bool>& positive)
{
    const auto positives = static_cast<std::size_t>(std::ranges::count(positive, true));
    if (positives == 0 || positives == positive.size())
        return std::nullopt;
    LogisticFit fit;
    const std::size_t size = features.front().size();
    const double n = static_cast<double>(features.size());
    for (std::size_t i = 0; i < size; ++i) {
        double sum = 0.0;
        double squares = 0.0;
        for (const std::vector<double>& f : features) {
            sum += f[i];
            squares += f[i] * f[i];
        }
        fit.m_mean.push_back(sum / n);
        const double variance = squares / n - (sum / n) * (sum / n);
        fit.m_deviation.push_back(variance > 0.0 ? std::sqrt(variance) : 1.0);
    }
    std::vector<std::vector<double>> rows;
    for (const std::vector<double>& f : features)
        rows.push_back(fit.row(f));

    const std::size_t all = size + 1;
    fit.m_weights.assign(all, 0.0);
    for (int iteration = 0; iteration < 100; ++iteration) {
        std::vector<double> gradient(all, 0.0);
        std::vector<double> hessian(all * all, 0.0);
        for (std::size_t i = 0; i < size; ++i) {
            gradient[i] = ridge * fit.m_weights[i];
            hessian[i * all + i] = ridge;
        }
        for (std::size_t c = 0; c < rows.size(); ++c) {
            const double q = sigmoid(
                std::inner_product(rows[c].begin(), rows[c].end(), fit.m_weights.begin(), 0.0));
            for (std::size_t i = 0; i < all; ++i) {
                gradient[i] += (q - (positive[c] ? 1.0 : 0.0)) * rows[c][i];
                for (std::size_t j = 0; j <= i; ++j)
                    hessian[i * all + j] += q * (1.0 - q) * rows[c][i] * rows[c][j];
            }
        }
        const auto factor = Cholesky::create(std::move(hessian), all);
        if (!factor)
            return std::nullopt;
        const std::vector<double> step = factor->solve(gradient);
        double largest = 0.0;
        for (const double s : step)
            largest = std::max(largest, std::abs(s));
        // A Newton step from far out may overshoot; a bounded one gets there all the same.
        const double length = largest > 2.0 ? 2.0 / largest : 1.0;
        for (std::size_t i = 0; i < all; ++i)
            fit.m_weights[i] -= length * step[i];
        if (largest < 1e-8)
            return fit;
    }
    return std::nullopt;
}

} // namespace fovea

#pragma once

#include <optional>
#include <vector>

namespace fovea {

/// Logistic regression on a handful of features, each standardised on the cases it was fitted to,
/// with a small ridge (1e-2 per standardised weight, none on the offset) that keeps separable
/// classes finite.
class LogisticFit {
public:
    /// `features`: one row per case, all of one length. Empty where a class is missing or Newton's
    /// method does not converge.
    static std::optional<LogisticFit> create(const std::vector<std::vector<double>>& features,
                                             const std::vector<bool>& positive);

    /// Log odds.
    double operator()(const std::vector<double>& features) const;

private:
    LogisticFit() = default;
    std::vector<double> row(const std::vector<double>& features) const;

    std::vector<double> m_mean;
    std::vector<double> m_deviation;
    std::vector<double> m_weights; ///< The offset last.
};

} // namespace fovea

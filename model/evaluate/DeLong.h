#pragma once

#include <cstddef>
#include <optional>
#include <vector>

// Standard C++ only.

namespace fovea {

/// Whether two scores of the same cases differ in their areas under the ROC curve.
struct DeLongTest {
    enum class Outcome {
        Tested,
        OneClass,  ///< No case with, or none without: there is no area.
        TooFew,    ///< A single case of a class: areas, but no variance.
        NoVariance ///< The difference of the areas has none, as where both order the cases alike or
                   ///< both separate them fully. `p` is 1 where the areas are equal, else 0.
    };
    Outcome outcome = Outcome::OneClass;
    std::size_t positives = 0;
    std::size_t negatives = 0;
    std::optional<double> first; ///< Areas; ties count half. Empty with one class.
    std::optional<double> second;
    double firstVariance = 0.0; ///< Of the areas. These three are 0 unless Tested or NoVariance.
    double secondVariance = 0.0;
    double covariance = 0.0;
    double z = 0.0;          ///< (second - first) / its standard error. 0 unless Tested.
    std::optional<double> p; ///< Two-sided. Empty with OneClass and TooFew.
};

/// The paired test of DeLong, DeLong and Clarke-Pearson ("Comparing the Areas under Two or More
/// Correlated Receiver Operating Characteristic Curves: A Nonparametric Approach", Biometrics
/// 1988), by midranks as Sun and Xu have it ("Fast Implementation of DeLong's Algorithm", IEEE
/// Signal Processing Letters 2014): O(n log n).
///
/// The three have equal lengths; scores are numbers of any range. Cases must be independent:
/// several of one patient make the variance too small.
DeLongTest deLongTest(const std::vector<double>& first, const std::vector<double>& second,
                      const std::vector<bool>& positive);

/// Two-sided p of a standard normal deviate.
double twoSidedP(double z);

/// p values of one family, adjusted so that the family's error rate is held (Holm, "A Simple
/// Sequentially Rejective Multiple Test Procedure", Scand J Stat 1979). In the order given.
std::vector<double> holmAdjusted(const std::vector<double>& p);

} // namespace fovea

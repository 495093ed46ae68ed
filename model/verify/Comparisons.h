#pragma once

#include "model/verify/Verification.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// Collects single comparisons into one Comparison per quantity.
class Comparisons {
public:
    /// Integers that must be equal. Lists of different length differ infinitely.
    void exact(Quantity quantity, const std::string& where, std::int64_t found,
               std::int64_t expected);
    void exact(Quantity quantity, const std::string& where, std::span<const std::int64_t> found,
               std::span<const std::int64_t> expected);

    /// |found - expected|; what is not finite differs infinitely.
    void absolute(Quantity quantity, const std::string& where, double found, double expected,
                  double tolerance);
    void absolute(Quantity quantity, const std::string& where, std::span<const float> found,
                  std::span<const double> expected, double tolerance);
    /// |found - expected| / magnitude, magnitude > 0.
    void relative(Quantity quantity, const std::string& where, double found, double expected,
                  double magnitude, double tolerance);

    std::vector<Comparison> take() { return std::move(m_comparisons); }

private:
    void add(Quantity quantity, Comparison::Measure measure, const std::string& where,
             double difference, double tolerance);

    std::vector<Comparison> m_comparisons;
};

} // namespace fovea

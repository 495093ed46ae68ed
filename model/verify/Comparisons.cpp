#include "model/verify/Comparisons.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fovea {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

void Comparisons::add(Quantity quantity, Comparison::Measure measure, const std::string& where,
                      double difference, double tolerance)
{
    auto row = std::ranges::find(m_comparisons, quantity, &Comparison::quantity);
    if (row == m_comparisons.end()) {
        Comparison comparison;
        comparison.quantity = quantity;
        comparison.measure = measure;
        comparison.tolerance = tolerance;
        row = m_comparisons.insert(m_comparisons.end(), comparison);
    }
    if (!std::isfinite(difference))
        difference = infinite;
    ++row->values;
    if (difference > tolerance)
        ++row->beyond;
    if (row->where.empty() || difference > row->largestDifference) {
        row->largestDifference = difference;
        row->where = where;
    }
}

void Comparisons::exact(Quantity quantity, const std::string& where, std::int64_t found,
                        std::int64_t expected)
{
    const double difference = static_cast<double>(found) - static_cast<double>(expected);
    // Beyond 2^53 the difference of two unlike integers may round to 0.
    add(quantity, Comparison::Measure::Exact, where,
        found == expected ? 0.0 : std::max(1.0, std::abs(difference)), 0.0);
}

void Comparisons::exact(Quantity quantity, const std::string& where,
                        std::span<const std::int64_t> found, std::span<const std::int64_t> expected)
{
    if (found.size() != expected.size()) {
        add(quantity, Comparison::Measure::Exact, where, infinite, 0.0);
        return;
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        exact(quantity, where, found[i], expected[i]);
}

void Comparisons::absolute(Quantity quantity, const std::string& where, double found,
                           double expected, double tolerance)
{
    add(quantity, Comparison::Measure::Absolute, where, std::abs(found - expected), tolerance);
}

void Comparisons::absolute(Quantity quantity, const std::string& where,
                           std::span<const float> found, std::span<const double> expected,
                           double tolerance)
{
    if (found.size() != expected.size()) {
        add(quantity, Comparison::Measure::Absolute, where, infinite, tolerance);
        return;
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        absolute(quantity, where, found[i], expected[i], tolerance);
}

void Comparisons::relative(Quantity quantity, const std::string& where, double found,
                           double expected, double magnitude, double tolerance)
{
    add(quantity, Comparison::Measure::Relative, where, std::abs(found - expected) / magnitude,
        tolerance);
}

} // namespace fovea

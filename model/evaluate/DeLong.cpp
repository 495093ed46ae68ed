#include "model/evaluate/DeLong.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

/// Ranks from 1; tied values share the middle of theirs.
std::vector<double> midranks(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        const double middle = (static_cast<double>(begin + end) + 1.0) / 2.0;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = middle;
        begin = end;
    }
    return ranks;
}

/// How often each case of one class is on the right side of the other class's.
struct Components {
    std::vector<double> positive; ///< V10
    std::vector<double> negative; ///< V01
};

Components components(const std::vector<double>& scores, const std::vector<bool>& positive)
{
    std::vector<double> ofPositives;
    std::vector<double> ofNegatives;
    for (std::size_t i = 0; i < scores.size(); ++i)
        (positive[i] ? ofPositives : ofNegatives).push_back(scores[i]);
    std::vector<double> all = ofPositives;
    all.insert(all.end(), ofNegatives.begin(), ofNegatives.end());

    const std::size_t m = ofPositives.size();
    const std::size_t n = ofNegatives.size();
    const std::vector<double> amongPositives = midranks(ofPositives);
    const std::vector<double> amongNegatives = midranks(ofNegatives);
    const std::vector<double> amongAll = midranks(all);
    Components out;
    for (std::size_t i = 0; i < m; ++i)
        out.positive.push_back((amongAll[i] - amongPositives[i]) / static_cast<double>(n));
    for (std::size_t j = 0; j < n; ++j)
        out.negative.push_back(1.0 -
                               (amongAll[m + j] - amongNegatives[j]) / static_cast<double>(m));
    return out;
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& a, const std::vector<double>& b)
{
    const double meanA = mean(a);
    const double meanB = mean(b);
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - meanA) * (b[i] - meanB);
    return sum / static_cast<double>(a.size() - 1);
}

double covariance(const Components& a, const Components& b)
{
    return covariance(a.positive, b.positive) / static_cast<double>(a.positive.size()) +
           covariance(a.negative, b.negative) / static_cast<double>(a.negative.size());
}

} // namespace

double twoSidedP(double z)
{
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

DeLongTest deLongTest(const std::vector<double>& first, const std::vector<double>& second,
                      const std::vector<bool>& positive)
{
    using Outcome = DeLongTest::Outcome;
    DeLongTest test;
    test.positives = static_cast<std::size_t>(std::ranges::count(positive, true));
    test.negatives = positive.size() - test.positives;
    if (test.positives == 0 || test.negatives == 0)
        return test;
    const Components ofFirst = components(first, positive);
    const Components ofSecond = components(second, positive);
    test.first = mean(ofFirst.positive);
    test.second = mean(ofSecond.positive);
    test.outcome = Outcome::TooFew;
    if (test.positives < 2 || test.negatives < 2)
        return test;
    test.firstVariance = covariance(ofFirst, ofFirst);
    test.secondVariance = covariance(ofSecond, ofSecond);
    test.covariance = covariance(ofFirst, ofSecond);
    const double variance = test.firstVariance + test.secondVariance - 2.0 * test.covariance;
    const double difference = *test.second - *test.first;
    // What rounding leaves of nothing is of the order of 1e-17.
    if (variance < 1e-14) {
        test.outcome = Outcome::NoVariance;
        test.p = std::abs(difference) < 1e-12 ? 1.0 : 0.0;
        return test;
    }
    test.outcome = Outcome::Tested;
    test.z = difference / std::sqrt(variance);
    test.p = twoSidedP(test.z);
    return test;
}

std::vector<double> holmAdjusted(const std::vector<double>& p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    double largest = 0.0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        largest = std::max(largest, static_cast<double>(order.size() - k) * p[order[k]]);
        adjusted[order[k]] = std::min(1.0, largest);
    }
    return adjusted;
}

} // namespace fovea

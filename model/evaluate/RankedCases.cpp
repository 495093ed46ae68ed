#include "model/evaluate/RankedCases.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fovea {
namespace {

std::vector<std::uint32_t> eachItsOwn(std::size_t count)
{
    std::vector<std::uint32_t> groups(count);
    std::iota(groups.begin(), groups.end(), 0U);
    return groups;
}

} // namespace

double scoreOrZero(double score)
{
    return std::isnan(score) ? 0.0 : score;
}

RankedCases::RankedCases(const ScoredCases& cases)
    : RankedCases(cases, eachItsOwn(cases.scores.size()))
{
}

RankedCases::RankedCases(const ScoredCases& cases, const std::vector<std::uint32_t>& groups)
{
    m_cases.reserve(cases.scores.size());
    for (std::size_t i = 0; i < cases.scores.size(); ++i)
        m_cases.push_back({scoreOrZero(cases.scores[i]), groups[i], cases.positive[i]});
    std::ranges::sort(m_cases, {}, &Case::score);
}

template <typename WeightOf>
std::optional<double> RankedCases::weightedArea(WeightOf weightOf) const
{
    double positives = 0.0;
    double negatives = 0.0;
    // Pairs in which the positive case has the higher score; ties count half.
    double won = 0.0;
    for (std::size_t begin = 0; begin < m_cases.size();) {
        double tiedPositives = 0.0;
        double tiedNegatives = 0.0;
        std::size_t end = begin;
        for (; end < m_cases.size() && m_cases[end].score == m_cases[begin].score; ++end)
            (m_cases[end].positive ? tiedPositives : tiedNegatives) += weightOf(m_cases[end]);
        won += tiedPositives * (negatives + tiedNegatives / 2.0);
        positives += tiedPositives;
        negatives += tiedNegatives;
        begin = end;
    }
    if (positives == 0.0 || negatives == 0.0)
        return std::nullopt;
    return won / (positives * negatives);
}

std::optional<double> RankedCases::areaUnderRoc() const
{
    return weightedArea([](const Case&) { return 1.0; });
}

std::optional<double> RankedCases::areaUnderRoc(const std::vector<std::uint32_t>& weights) const
{
    return weightedArea([&](const Case& c) { return static_cast<double>(weights[c.group]); });
}

ConfusionCounts RankedCases::confusionAt(double threshold,
                                         const std::vector<std::uint32_t>& weights) const
{
    ConfusionCounts counts;
    for (const Case& c : m_cases) {
        const auto weight = static_cast<double>(weights[c.group]);
        if (c.score > threshold)
            (c.positive ? counts.truePositive : counts.falsePositive) += weight;
        else
            (c.positive ? counts.falseNegative : counts.trueNegative) += weight;
    }
    return counts;
}

} // namespace fovea

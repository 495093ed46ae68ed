#include "model/evaluate/GlobalStatistics.h"

#include "model/evaluate/Metrics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace fovea {
namespace {

/// How often each HU occurs.
class Histogram {
public:
    Histogram()
        : m_counts(Values)
    {
    }
    void add(std::int16_t value)
    {
        ++m_counts[static_cast<std::size_t>(value - Lowest)];
        ++m_total;
    }
    std::size_t total() const { return m_total; }

    double mean() const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < Values; ++i)
            sum += static_cast<double>(m_counts[i]) * valueAt(i);
        return sum / static_cast<double>(m_total);
    }
    double deviation(double mean) const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < Values; ++i)
            sum += static_cast<double>(m_counts[i]) * (valueAt(i) - mean) * (valueAt(i) - mean);
        return std::sqrt(sum / static_cast<double>(m_total));
    }
    double percentile(double share) const
    {
        const double at = share * static_cast<double>(m_total - 1);
        const auto below = static_cast<std::size_t>(at);
        return std::lerp(ranked(below), ranked(std::min(below + 1, m_total - 1)),
                         at - static_cast<double>(below));
    }

private:
    static constexpr int Lowest = std::numeric_limits<std::int16_t>::min();
    static constexpr std::size_t Values = 65536;

    static double valueAt(std::size_t i) { return static_cast<double>(i) + Lowest; }
    double ranked(std::size_t rank) const
    {
        std::size_t i = 0;
        for (std::size_t passed = m_counts[0]; passed <= rank; passed += m_counts[i])
            ++i;
        return valueAt(i);
    }

    std::vector<std::size_t> m_counts;
    std::size_t m_total = 0;
};

double aucOf(const std::vector<GlobalStatisticsCase>& cases, std::size_t parity,
             std::size_t statistic, double sign)
{
    ScoredCases scored;
    for (const GlobalStatisticsCase& c : cases) {
        if (c.study % 2 != parity)
            continue;
        scored.scores.push_back(sign * c.statistics[statistic]);
        scored.positive.push_back(c.positive);
    }
    return areaUnderRoc(scored).value_or(std::numeric_limits<double>::quiet_NaN());
}

} // namespace

std::optional<GlobalStatistics> globalStatistics(const Volume& volume, const LabelMap& labels,
                                                 std::string_view anatomyId)
{
    std::vector<bool> wanted(std::size_t{labels.maxLabel()} + 1, false);
    for (const std::uint16_t label : labels.labelsOf(anatomyId))
        wanted[label] = true;
    Histogram histogram;
    const auto marks = labels.labels();
    const auto voxels = volume.voxels();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (wanted[marks[i]])
            histogram.add(voxels[i]);
    }
    if (histogram.total() == 0)
        return std::nullopt;
    const double mean = histogram.mean();
    return GlobalStatistics{
        mean, histogram.deviation(mean), histogram.percentile(0.05), histogram.percentile(0.95),
        static_cast<double>(histogram.total()) * labels.geometry().voxelVolumeMm3() / 1000.0};
}

std::optional<GlobalStatisticMetrics>
measureGlobalStatistics(const std::vector<GlobalStatisticsCase>& cases)
{
    GlobalStatisticMetrics metrics;
    bool fitted = false;
    for (std::size_t statistic = 0; statistic < GlobalStatisticCount; ++statistic) {
        for (const double sign : {1.0, -1.0}) {
            const double auc = aucOf(cases, 0, statistic, sign);
            if (std::isnan(auc))
                return std::nullopt;
            if (fitted && auc <= metrics.fittedAuc)
                continue;
            fitted = true;
            metrics.statistic = static_cast<GlobalStatistic>(statistic);
            metrics.presentIsHigher = sign > 0.0;
            metrics.fittedAuc = auc;
        }
    }
    if (!fitted)
        return std::nullopt;
    for (const GlobalStatisticsCase& c : cases) {
        if (c.study % 2 == 1)
            ++(c.positive ? metrics.positives : metrics.negatives);
    }
    const double auc = aucOf(cases, 1, static_cast<std::size_t>(metrics.statistic),
                             metrics.presentIsHigher ? 1.0 : -1.0);
    if (!std::isnan(auc))
        metrics.auc = auc;
    return metrics;
}

} // namespace fovea

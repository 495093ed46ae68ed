#include "model/evaluate/Bootstrap.h"

#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace fovea {
namespace {

/// AUC, then the operating metrics.
constexpr std::size_t Measured = 1 + OperatingMetricCount;

/// Values of each measure over the resamples.
struct Samples {
    std::vector<double> values[Measured];
};

/// Percentile between the two nearest values, as numpy.percentile.
double percentile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

void setIntervals(Samples& samples, int resamples, std::optional<Interval>& auc,
                  OperatingMetrics& operating)
{
    auc = sampleInterval(samples.values[0], resamples);
    for (std::size_t m = 0; m < OperatingMetricCount; ++m)
        (operating.*OperatingFormulas[m].member).interval =
            sampleInterval(samples.values[m + 1], resamples);
}

/// One resample: adds what each finding measures to its samples, and the means where every finding
/// could be measured.
void measure(const Evaluation& evaluation, const std::vector<RankedCases>& ranked,
             const std::vector<std::uint32_t>& weights, std::vector<Samples>& samples,
             Samples& means)
{
    double sums[Measured] = {};
    int counted = 0;
    bool all = true;
    for (std::size_t f = 0; f < ranked.size(); ++f) {
        if (!evaluation.findings[f].auc)
            continue;
        const std::optional<double> auc = ranked[f].areaUnderRoc(weights);
        if (!auc) {
            all = false;
            continue;
        }
        const ConfusionCounts counts =
            ranked[f].confusionAt(*evaluation.findings[f].threshold, weights);
        for (std::size_t m = 0; m < Measured; ++m) {
            const double value = m == 0 ? *auc : OperatingFormulas[m - 1].formula(counts);
            samples[f].values[m].push_back(value);
            sums[m] += value;
        }
        ++counted;
    }
    if (!all || counted == 0)
        return;
    for (std::size_t m = 0; m < Measured; ++m)
        means.values[m].push_back(sums[m] / counted);
}

} // namespace

std::optional<Interval> sampleInterval(std::vector<double>& values, int resamples)
{
    if (values.empty() || 2 * values.size() < static_cast<std::size_t>(resamples))
        return std::nullopt;
    std::ranges::sort(values);
    return Interval{percentile(values, 0.025), percentile(values, 0.975)};
}

const OperatingFormula OperatingFormulas[OperatingMetricCount] = {
    {&OperatingMetrics::sensitivity, &sensitivity},
    {&OperatingMetrics::specificity, &specificity},
    {&OperatingMetrics::accuracy, &accuracy},
    {&OperatingMetrics::precision, &precision},
    {&OperatingMetrics::f1, &f1},
    {&OperatingMetrics::weightedF1, &weightedF1},
};

Status addIntervals(Evaluation& evaluation, const std::vector<RankedCases>& ranked,
                    std::size_t groupCount, int resamples, std::uint64_t seed,
                    const Progress& progress)
{
    if (groupCount < 2 || resamples < 1)
        return Done{};
    std::vector<Samples> samples(ranked.size());
    Samples means;
    CounterRandom random(seed, "bootstrap");
    for (int n = 0; n < resamples; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::vector<std::uint32_t> weights(groupCount, 0);
        for (std::size_t drawn = 0; drawn < groupCount; ++drawn)
            ++weights[random.index(groupCount)];
        measure(evaluation, ranked, weights, samples, means);
        progress.report(static_cast<double>(n + 1) / resamples);
    }
    for (std::size_t f = 0; f < ranked.size(); ++f) {
        FindingMetrics& finding = evaluation.findings[f];
        if (finding.auc)
            setIntervals(samples[f], resamples, finding.aucInterval, *finding.operating);
    }
    if (evaluation.mean)
        setIntervals(means, resamples, evaluation.meanAucInterval, *evaluation.mean);
    evaluation.resamples = resamples;
    return Done{};
}

} // namespace fovea

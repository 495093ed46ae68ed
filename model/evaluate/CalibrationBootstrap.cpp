#include "model/evaluate/CalibrationBootstrap.h"

#include "model/evaluate/Bootstrap.h"
#include "model/evaluate/CalibrationError.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fovea {
namespace {

constexpr int mostResamples = 200;

struct Samples {
    std::vector<double> error;
    std::vector<double> errorCalibrated;
    std::vector<double> slope;
    std::vector<double> offset;
};

ScoredCases drawn(const ScoredCases& cases, const std::vector<std::uint32_t>& groups,
                  const std::vector<std::uint32_t>& weights)
{
    ScoredCases out;
    for (std::size_t i = 0; i < cases.scores.size(); ++i) {
        for (std::uint32_t n = 0; n < weights[groups[i]]; ++n) {
            out.scores.push_back(cases.scores[i]);
            out.positive.push_back(cases.positive[i]);
        }
    }
    return out;
}

void measure(const ScoredCases& raw, const std::optional<ScoredCases>& calibrated,
             const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& weights,
             Samples& samples)
{
    const ScoredCases resampled = drawn(raw, groups, weights);
    if (const auto error = expectedCalibrationError(resampled))
        samples.error.push_back(*error);
    if (const auto fit = fitPlatt(resampled)) {
        samples.slope.push_back(fit->a);
        samples.offset.push_back(fit->b);
    }
    if (!calibrated)
        return;
    if (const auto error = expectedCalibrationError(drawn(*calibrated, groups, weights)))
        samples.errorCalibrated.push_back(*error);
}

} // namespace

Status addCalibrationIntervals(Evaluation& evaluation, const std::vector<FindingCases>& scored,
                               const std::vector<int>& foldOfGroup, const MeasureOptions& options,
                               const Progress& progress)
{
    const std::size_t groupCount = foldOfGroup.size();
    const int resamples = std::min(options.resamples, mostResamples);
    if (groupCount < 2 || resamples < 1)
        return Done{};
    std::vector<std::optional<ScoredCases>> calibrated(scored.size());
    for (std::size_t f = 0; f < scored.size(); ++f) {
        const auto& metrics = evaluation.findings[f].calibration;
        if (metrics && metrics->errorCalibrated)
            calibrated[f] =
                crossCalibrated(scored[f].cases, scored[f].groups, foldOfGroup, CalibrationFolds);
    }
    std::vector<Samples> samples(scored.size());
    CounterRandom random(options.seed, "calibration bootstrap");
    for (int n = 0; n < resamples; ++n) {
        std::vector<std::uint32_t> weights(groupCount, 0);
        for (std::size_t group = 0; group < groupCount; ++group)
            ++weights[random.index(groupCount)];
        for (std::size_t f = 0; f < scored.size(); ++f) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            if (evaluation.findings[f].calibration)
                measure(scored[f].cases, calibrated[f], scored[f].groups, weights, samples[f]);
        }
        progress.report(static_cast<double>(n + 1) / resamples);
    }
    for (std::size_t f = 0; f < scored.size(); ++f) {
        auto& metrics = evaluation.findings[f].calibration;
        if (!metrics)
            continue;
        metrics->errorInterval = sampleInterval(samples[f].error, resamples);
        metrics->errorCalibratedInterval = sampleInterval(samples[f].errorCalibrated, resamples);
        metrics->slopeInterval = sampleInterval(samples[f].slope, resamples);
        metrics->offsetInterval = sampleInterval(samples[f].offset, resamples);
    }
    return Done{};
}

} // namespace fovea

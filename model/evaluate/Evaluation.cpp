#include "model/evaluate/Evaluation.h"

#include "model/evaluate/Bootstrap.h"
#include "model/evaluate/CalibrationBootstrap.h"
#include "model/evaluate/CalibrationError.h"
#include "model/evaluate/RankedCases.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fovea {
namespace {

FindingCases withoutUnscored(const FindingCases& all)
{
    FindingCases scored;
    scored.anatomyId = all.anatomyId;
    scored.findingId = all.findingId;
    scored.unscored = all.unscored;
    for (std::size_t i = 0; i < all.cases.scores.size(); ++i) {
        if (std::isnan(all.cases.scores[i])) {
            ++scored.unscored;
            continue;
        }
        scored.cases.scores.push_back(all.cases.scores[i]);
        scored.cases.positive.push_back(all.cases.positive[i]);
        scored.groups.push_back(all.groups[i]);
    }
    return scored;
}

std::optional<CalibrationMetrics> calibrationOf(const FindingCases& scored,
                                                const std::vector<int>& foldOfGroup)
{
    const std::optional<double> error = expectedCalibrationError(scored.cases);
    if (!error)
        return std::nullopt;
    CalibrationMetrics metrics{*error, fitPlatt(scored.cases), std::nullopt};
    if (foldOfGroup.size() < CalibrationFolds)
        return metrics;
    if (const auto calibrated =
            crossCalibrated(scored.cases, scored.groups, foldOfGroup, CalibrationFolds))
        metrics.errorCalibrated = expectedCalibrationError(*calibrated);
    return metrics;
}

OperatingMetrics operatingMetrics(const ConfusionCounts& counts)
{
    OperatingMetrics metrics;
    for (const OperatingFormula& f : OperatingFormulas)
        (metrics.*f.member).value = f.formula(counts);
    return metrics;
}

/// Without intervals.
FindingMetrics measure(const FindingCases& counted, const FindingCases& scored,
                       const std::vector<int>& foldOfGroup)
{
    FindingMetrics metrics;
    metrics.anatomyId = counted.anatomyId;
    metrics.findingId = counted.findingId;
    metrics.positives = static_cast<int>(std::ranges::count(counted.cases.positive, true));
    metrics.negatives = static_cast<int>(counted.cases.positive.size()) - metrics.positives;
    metrics.unscored = scored.unscored;
    // A finding that the model never answered is not one that it answered with 0.
    if (scored.cases.scores.empty())
        return metrics;
    metrics.auc = areaUnderRoc(counted.cases);
    metrics.threshold = operatingThreshold(counted.cases);
    if (!metrics.auc)
        return metrics;
    metrics.operating = operatingMetrics(confusionAt(counted.cases, *metrics.threshold));
    metrics.calibration = calibrationOf(scored, foldOfGroup);
    return metrics;
}

void addMeans(Evaluation& evaluation)
{
    int counted = 0;
    OperatingMetrics mean;
    for (const FindingMetrics& finding : evaluation.findings) {
        if (!finding.auc)
            continue;
        ++counted;
        evaluation.meanAuc += *finding.auc;
        for (const OperatingFormula& f : OperatingFormulas)
            (mean.*f.member).value += ((*finding.operating).*f.member).value;
    }
    if (counted == 0)
        return;
    evaluation.meanAuc /= counted;
    for (const OperatingFormula& f : OperatingFormulas)
        (mean.*f.member).value /= counted;
    evaluation.mean = mean;
}

} // namespace

Result<Evaluation> measureFindings(const std::vector<FindingCases>& findings,
                                   std::size_t groupCount, const MeasureOptions& options,
                                   const Progress& progress)
{
    const std::vector<int> foldOfGroup = dealFolds(groupCount, CalibrationFolds, options.seed);
    Evaluation evaluation;
    evaluation.groups = static_cast<int>(groupCount);
    std::vector<RankedCases> ranked;
    for (const FindingCases& all : findings) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        const FindingCases scored = withoutUnscored(all);
        const bool asZero = options.unscored == MeasureOptions::Unscored::Zero;
        const FindingCases& counted = asZero ? all : scored;
        ranked.emplace_back(counted.cases, counted.groups);
        evaluation.findings.push_back(measure(counted, scored, foldOfGroup));
    }
    addMeans(evaluation);
    const Status added = addIntervals(evaluation, ranked, groupCount, options.resamples,
                                      options.seed, progress.part(0.0, 0.6));
    if (!added)
        return added.error();
    std::vector<FindingCases> scored;
    for (const FindingCases& all : findings)
        scored.push_back(withoutUnscored(all));
    const Status calibrated =
        addCalibrationIntervals(evaluation, scored, foldOfGroup, options, progress.part(0.6, 1.0));
    if (!calibrated)
        return calibrated.error();
    return evaluation;
}

} // namespace fovea

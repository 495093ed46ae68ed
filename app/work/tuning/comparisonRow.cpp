#include "app/work/tuning/comparisonRow.h"

#include <algorithm>

namespace fovea {

namespace {

struct Mean {
    double sum = 0;
    int count = 0;
    void add(const std::optional<double>& value)
    {
        if (!value)
            return;
        sum += *value;
        ++count;
    }
    double value() const { return count > 0 ? sum / count : 0; }
    std::optional<double> known() const
    {
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
};

/// The parent's AUC of a finding at the reference site; empty where it cannot be told.
std::optional<double> usualAuc(const TuningJudgement& judged, const FindingKey& key)
{
    const auto found = std::ranges::find(judged.benchmark->findings, key, &FindingJudgement::key);
    return found == judged.benchmark->findings.end() ? std::nullopt : found->aucBefore;
}

} // namespace

void summarise(TuneComparisonRow& row)
{
    const TuningJudgement& judged = row.judgement;
    Mean knownBefore;
    Mean knownAfter;
    Mean shiftedBefore;
    Mean shiftedAfter;
    Mean fresh;
    Mean errorBefore;
    Mean errorAfter;
    for (const FindingJudgement& one : judged.test.findings) {
        if (!one.aucBefore) {
            fresh.add(one.aucAfter);
            continue;
        }
        knownBefore.add(one.aucBefore);
        knownAfter.add(one.aucAfter);
        if (one.calibrationError) {
            errorBefore.add(one.calibrationError->before);
            errorAfter.add(one.calibrationError->after);
        }
        const std::optional<double> usual = usualAuc(judged, one.key);
        if (usual && *one.aucBefore <= *usual - LeastShift) {
            shiftedBefore.add(one.aucBefore);
            shiftedAfter.add(one.aucAfter);
        }
    }
    row.knownBefore = knownBefore.value();
    row.knownAfter = knownAfter.value();
    row.shifted = static_cast<std::size_t>(shiftedBefore.count);
    row.shiftedBefore = shiftedBefore.known();
    row.shiftedAfter = shiftedAfter.known();
    row.newAfter = fresh.known();
    row.errorBefore = errorBefore.value();
    row.errorAfter = errorAfter.value();
    Mean before;
    Mean after;
    for (const FindingJudgement& one : judged.benchmark->findings) {
        before.add(one.aucBefore);
        after.add(one.aucBefore ? one.aucAfter : std::nullopt);
    }
    row.benchmarkBefore = before.value();
    row.benchmarkAfter = after.value();
}

} // namespace fovea

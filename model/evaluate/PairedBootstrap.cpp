#include "model/evaluate/PairedBootstrap.h"

#include "model/evaluate/Bootstrap.h"
#include "model/evaluate/RankedCases.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>

namespace fovea {
namespace {

using Weights = std::vector<std::uint32_t>;

/// Cases of one model with a score.
struct Scored {
    ScoredCases cases;
    std::vector<std::uint32_t> groups;
    void add(double score, bool positive, std::uint32_t group)
    {
        cases.scores.push_back(score);
        cases.positive.push_back(positive);
        groups.push_back(group);
    }
    RankedCases ranked() const { return RankedCases(cases, groups); }
};

/// expectedCalibrationError() of a resample.
std::optional<double> weightedCalibrationError(const Scored& scored, const Weights& weights)
{
    constexpr std::size_t bins = 15;
    std::array<double, bins> surplus{};
    double count = 0.0;
    for (std::size_t i = 0; i < scored.groups.size(); ++i) {
        const double weight = weights[scored.groups[i]];
        const double score = scored.cases.scores[i];
        surplus[std::min(bins - 1, static_cast<std::size_t>(score * bins))] +=
            weight * (score - (scored.cases.positive[i] ? 1.0 : 0.0));
        count += weight;
    }
    if (count == 0.0)
        return std::nullopt;
    double error = 0.0;
    for (const double one : surplus)
        error += std::abs(one);
    return error / count;
}

/// p of a difference that is taken for normal with the resamples' spread.
double normalP(double difference, const std::vector<double>& resampled)
{
    double mean = 0.0;
    for (const double one : resampled)
        mean += one / static_cast<double>(resampled.size());
    double squares = 0.0;
    for (const double one : resampled)
        squares += (one - mean) * (one - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(resampled.size()));
    if (deviation < 1e-12)
        return std::abs(difference) < 1e-12 ? 1.0 : 0.0;
    return twoSidedP(difference / deviation);
}

/// Interval of a difference, and its p where it is asked for.
void setChange(Change& change, std::vector<double>& resampled, int resamples, bool withP)
{
    change.interval = sampleInterval(resampled, resamples);
    if (withP && change.interval)
        change.p = normalP(change.difference(), resampled);
}

bool isTested(const FindingJudgement& finding, const JudgeOptions& options)
{
    return finding.auc &&
           static_cast<int>(std::min(finding.deLong.positives, finding.deLong.negatives)) >=
               options.fewestPerClass;
}

/// One finding, made ready for any number of resamples.
class FindingResampler {
public:
    explicit FindingResampler(const PairedCases& cases)
        : m_scored(split(cases))
        , m_ownBefore(m_scored[OwnBefore].ranked())
        , m_ownAfter(m_scored[OwnAfter].ranked())
        , m_before(m_scored[Before].ranked())
        , m_after(m_scored[After].ranked())
    {
        const std::vector<std::uint32_t>& groups = m_scored[Before].groups;
        m_patientsRepeat = std::set(groups.begin(), groups.end()).size() < groups.size();
    }

    /// The difference of the areas in this resample.
    std::optional<double> add(const Weights& weights)
    {
        keep(m_aucsBefore, m_ownBefore.areaUnderRoc(weights));
        keep(m_aucsAfter, m_ownAfter.areaUnderRoc(weights));
        const auto before = m_before.areaUnderRoc(weights);
        const auto after = m_after.areaUnderRoc(weights);
        // The classes are the same for both.
        if (!before)
            return std::nullopt;
        m_aucs.push_back(*after - *before);
        const auto errorBefore = weightedCalibrationError(m_scored[StatedBefore], weights);
        const auto errorAfter = weightedCalibrationError(m_scored[StatedAfter], weights);
        if (errorBefore && errorAfter)
            m_errors.push_back(*errorAfter - *errorBefore);
        return *after - *before;
    }

    /// After the last resample.
    void finish(FindingJudgement& finding, const JudgeOptions& options)
    {
        finding.aucBeforeInterval = sampleInterval(m_aucsBefore, options.resamples);
        finding.aucAfterInterval = sampleInterval(m_aucsAfter, options.resamples);
        const bool tested = isTested(finding, options);
        if (finding.auc)
            setChange(*finding.auc, m_aucs, options.resamples, tested && m_patientsRepeat);
        if (finding.calibrationError)
            setChange(*finding.calibrationError, m_errors, options.resamples, tested);
    }

private:
    enum Kind { OwnBefore, OwnAfter, Before, After, StatedBefore, StatedAfter, Kinds };

    static std::array<Scored, Kinds> split(const PairedCases& cases)
    {
        std::array<Scored, Kinds> out;
        for (std::size_t i = 0; i < cases.positive.size(); ++i) {
            const auto add = [&](Kind kind, double score) {
                out[kind].add(score, cases.positive[i], cases.groups[i]);
            };
            const bool before = !std::isnan(cases.before[i]);
            const bool after = !std::isnan(cases.after[i]);
            if (before)
                add(OwnBefore, cases.before[i]);
            if (after)
                add(OwnAfter, cases.after[i]);
            if (!before || !after)
                continue;
            add(Before, cases.before[i]);
            add(After, cases.after[i]);
            add(StatedBefore, cases.probabilityBefore[i]);
            add(StatedAfter, cases.probabilityAfter[i]);
        }
        return out;
    }
    static void keep(std::vector<double>& values, const std::optional<double>& value)
    {
        if (value)
            values.push_back(*value);
    }

    std::array<Scored, Kinds> m_scored;
    RankedCases m_ownBefore;
    RankedCases m_ownAfter;
    RankedCases m_before;
    RankedCases m_after;
    bool m_patientsRepeat = false;
    std::vector<double> m_aucsBefore;
    std::vector<double> m_aucsAfter;
    std::vector<double> m_aucs;   ///< Differences.
    std::vector<double> m_errors; ///< Likewise.
};

/// The mean over the tested findings, without interval.
std::optional<Change> meanOfTested(const SetJudgement& set, const JudgeOptions& options)
{
    Change mean;
    int count = 0;
    for (const FindingJudgement& finding : set.findings) {
        if (!isTested(finding, options))
            continue;
        mean.before += finding.auc->before;
        mean.after += finding.auc->after;
        ++count;
    }
    if (count == 0)
        return std::nullopt;
    mean.before /= count;
    mean.after /= count;
    return mean;
}

/// One resample of all findings; the mean difference of the tested ones, where each could be
/// measured.
std::optional<double> resample(std::vector<FindingResampler>& findings, const SetJudgement& set,
                               const JudgeOptions& options, const Weights& weights)
{
    double sum = 0.0;
    int count = 0;
    bool all = true;
    for (std::size_t f = 0; f < findings.size(); ++f) {
        const std::optional<double> difference = findings[f].add(weights);
        if (!isTested(set.findings[f], options))
            continue;
        all = all && difference.has_value();
        sum += difference.value_or(0.0);
        ++count;
    }
    return all && count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace

Status addPairedIntervals(SetJudgement& set, const PairedAnswers& answers,
                          const JudgeOptions& options, const Progress& progress)
{
    set.meanAuc = meanOfTested(set, options);
    if (answers.groups < 2 || options.resamples < 1)
        return Done{};
    std::vector<FindingResampler> findings(answers.findings.begin(), answers.findings.end());
    std::vector<double> means;
    CounterRandom random(options.seed, "paired bootstrap");
    for (int n = 0; n < options.resamples; ++n) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        Weights weights(answers.groups, 0);
        for (std::size_t drawn = 0; drawn < answers.groups; ++drawn)
            ++weights[random.index(answers.groups)];
        if (const auto mean = resample(findings, set, options, weights))
            means.push_back(*mean);
        progress.report(static_cast<double>(n + 1) / options.resamples);
    }
    set.resamples = options.resamples;
    for (std::size_t f = 0; f < findings.size(); ++f)
        findings[f].finish(set.findings[f], options);
    if (set.meanAuc)
        setChange(*set.meanAuc, means, options.resamples, true);
    return Done{};
}

std::optional<Change> recallChange(const std::vector<PairedQuery>& queries,
                                   const JudgeOptions& options)
{
    if (queries.size() < 2)
        return std::nullopt;
    const auto count = static_cast<double>(queries.size());
    Change change;
    for (const PairedQuery& query : queries) {
        change.before += query.recallBefore / count;
        change.after += query.recallAfter / count;
    }
    std::vector<double> resampled;
    CounterRandom random(options.seed, "paired queries");
    for (int n = 0; n < options.resamples; ++n) {
        double mean = 0.0;
        for (std::size_t drawn = 0; drawn < queries.size(); ++drawn) {
            const PairedQuery& query = queries[random.index(queries.size())];
            mean += (query.recallAfter - query.recallBefore) / count;
        }
        resampled.push_back(mean);
    }
    if (options.resamples > 0)
        setChange(change, resampled, options.resamples, true);
    return change;
}

} // namespace fovea

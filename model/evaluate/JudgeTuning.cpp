#include "model/evaluate/JudgeTuning.h"

#include "model/evaluate/CalibrationError.h"
#include "model/evaluate/PairedBootstrap.h"

#include <algorithm>
#include <cmath>

namespace fovea {
namespace {

using Code = TuningConcern::Code;

ScoredCases withScore(const std::vector<double>& scores, const std::vector<bool>& positive)
{
    ScoredCases out;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (std::isnan(scores[i]))
            continue;
        out.scores.push_back(scores[i]);
        out.positive.push_back(positive[i]);
    }
    return out;
}

/// Only the cases that both models score.
PairedCases scoredByBoth(const PairedCases& all)
{
    PairedCases both;
    for (std::size_t i = 0; i < all.positive.size(); ++i) {
        if (std::isnan(all.before[i]) || std::isnan(all.after[i]))
            continue;
        both.positive.push_back(all.positive[i]);
        both.before.push_back(all.before[i]);
        both.after.push_back(all.after[i]);
        both.probabilityBefore.push_back(all.probabilityBefore[i]);
        both.probabilityAfter.push_back(all.probabilityAfter[i]);
    }
    return both;
}

FindingJudgement judge(const PairedCases& cases, const JudgeOptions& options)
{
    FindingJudgement judged;
    judged.key = cases.key;
    for (std::size_t i = 0; i < cases.positive.size(); ++i) {
        ++(cases.positive[i] ? judged.positives : judged.negatives);
        judged.unscored += std::isnan(cases.after[i]);
        judged.lost += std::isnan(cases.after[i]) && !std::isnan(cases.before[i]);
    }
    judged.aucBefore = areaUnderRoc(withScore(cases.before, cases.positive));
    judged.aucAfter = areaUnderRoc(withScore(cases.after, cases.positive));
    const PairedCases both = scoredByBoth(cases);
    judged.deLong = deLongTest(both.before, both.after, both.positive);
    if (!judged.deLong.first)
        return judged;
    judged.auc = Change{*judged.deLong.first, *judged.deLong.second};
    if (static_cast<int>(std::min(judged.deLong.positives, judged.deLong.negatives)) >=
        options.fewestPerClass)
        judged.auc->p = judged.deLong.p;
    judged.calibrationError =
        Change{*expectedCalibrationError({both.probabilityBefore, both.positive}),
               *expectedCalibrationError({both.probabilityAfter, both.positive})};
    return judged;
}

/// Holm over those findings whose `member` was tested.
void adjust(SetJudgement& set, std::optional<Change> FindingJudgement::* member)
{
    std::vector<double> family;
    for (const FindingJudgement& finding : set.findings) {
        if (finding.*member && (finding.*member)->p)
            family.push_back(*(finding.*member)->p);
    }
    const std::vector<double> adjusted = holmAdjusted(family);
    auto next = adjusted.begin();
    for (FindingJudgement& finding : set.findings) {
        if (finding.*member && (finding.*member)->p)
            (finding.*member)->adjusted = *next++;
    }
}

/// `loss`: how much worse it is, in the number's own unit.
bool significantlyWorse(double loss, double margin, const std::optional<double>& p,
                        const JudgeOptions& options)
{
    return p && *p < options.significance && loss > margin;
}

bool isCalibrationWorse(const FindingJudgement& finding, const JudgeOptions& options)
{
    const auto& error = finding.calibrationError;
    return error && significantlyWorse(error->difference(), options.calibrationMargin,
                                       error->adjusted, options);
}

void addConcerns(const FindingJudgement& finding, bool benchmark, const JudgeOptions& options,
                 TuningJudgement& judgement)
{
    const auto refuse = [&](Code code, const Change& change, int count = 0) {
        judgement.refusals.push_back({code, benchmark, finding.key, change, count});
    };
    if (finding.auc && significantlyWorse(-finding.auc->difference(), options.aucMargin,
                                          finding.auc->adjusted, options))
        refuse(Code::AucWorse, *finding.auc);
    if (!benchmark && isCalibrationWorse(finding, options))
        refuse(Code::CalibrationWorse, *finding.calibrationError);
    if (finding.lost > 0)
        refuse(Code::CasesLost, {}, finding.lost);
    if (!finding.auc && finding.aucAfter)
        judgement.cautions.push_back({Code::NewFinding, benchmark, finding.key, {}, 0});
    const int smaller = std::min(finding.positives, finding.negatives);
    if (smaller < options.fewestPerClass)
        judgement.cautions.push_back({Code::TooFewCases, benchmark, finding.key, {}, smaller});
}

void addConcerns(const SetJudgement& set, bool benchmark, const JudgeOptions& options,
                 TuningJudgement& judgement)
{
    for (const FindingJudgement& finding : set.findings)
        addConcerns(finding, benchmark, options, judgement);
    const auto elsewhere = std::ranges::count_if(set.findings, [&](const FindingJudgement& one) {
        return benchmark && isCalibrationWorse(one, options);
    });
    if (elsewhere > 0)
        judgement.cautions.push_back(
            {Code::CalibrationElsewhere, benchmark, {}, {}, static_cast<int>(elsewhere)});
    if (set.meanAuc &&
        significantlyWorse(-set.meanAuc->difference(), options.aucMargin, set.meanAuc->p, options))
        judgement.refusals.push_back({Code::MeanAucWorse, benchmark, {}, *set.meanAuc, 0});
    if (set.recallAt10 && significantlyWorse(-set.recallAt10->difference(), options.recallMargin,
                                             set.recallAt10->p, options))
        judgement.refusals.push_back({Code::RetrievalWorse, benchmark, {}, *set.recallAt10, 0});
}

} // namespace

Result<SetJudgement> judgeSet(const PairedAnswers& answers, const JudgeOptions& options,
                              const Progress& progress)
{
    SetJudgement set;
    set.studies = answers.studies;
    set.patients = static_cast<int>(answers.groups);
    set.queries = static_cast<int>(answers.queries.size());
    for (const PairedCases& cases : answers.findings)
        set.findings.push_back(judge(cases, options));
    if (const Status added = addPairedIntervals(set, answers, options, progress); !added)
        return added.error();
    adjust(set, &FindingJudgement::auc);
    adjust(set, &FindingJudgement::calibrationError);
    set.recallAt10 = recallChange(answers.queries, options);
    return set;
}

Result<TuningJudgement> judgeTuning(const PairedAnswers& test,
                                    const std::optional<PairedAnswers>& benchmark,
                                    const JudgeOptions& options, const Progress& progress)
{
    TuningJudgement judgement;
    auto judged = judgeSet(test, options, progress.part(0.0, benchmark ? 0.5 : 1.0));
    if (!judged)
        return judged.error();
    judgement.test = std::move(*judged);
    addConcerns(judgement.test, false, options, judgement);
    if (benchmark) {
        auto old = judgeSet(*benchmark, options, progress.part(0.5, 1.0));
        if (!old)
            return old.error();
        judgement.benchmark = std::move(*old);
        addConcerns(*judgement.benchmark, true, options, judgement);
    }
    if (!judgement.test.meanAuc && !(judgement.benchmark && judgement.benchmark->meanAuc))
        judgement.refusals.push_back({Code::NothingJudged, false, {}, {}, 0});
    return judgement;
}

} // namespace fovea

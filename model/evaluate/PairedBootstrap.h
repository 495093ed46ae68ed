#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/evaluate/JudgeTuning.h"

#include <optional>
#include <vector>

namespace fovea {

/// Intervals and p values of a set's judgement, by resampling.
///
/// Fills in the intervals of `set.findings` (which are of `answers.findings`, in their order, with
/// their values), the p of their calibration errors, the p of an area where a patient has several
/// cases, and `set.meanAuc` of the findings that have a tested area. Each resample draws whole
/// patients with replacement, the same for all findings and both models; one in which a finding has
/// lost a class says nothing of it. Errors: Cancelled.
Status addPairedIntervals(SetJudgement& set, const PairedAnswers& answers,
                          const JudgeOptions& options, const Progress& progress);

/// Mean recall of both models over the queries; empty with fewer than two. The interval and p are
/// over resamples of the queries.
std::optional<Change> recallChange(const std::vector<PairedQuery>& queries,
                                   const JudgeOptions& options);

} // namespace fovea

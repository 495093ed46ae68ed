#pragma once

#include "model/evaluate/Evaluation.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace fovea {

/// Tables of what an evaluation measured beside the findings' scores: the package's calibration,
/// other words for the same, where findings are, searches, and what one number about the region
/// gives away. Each with a line that says how to read it; a part that was not measured is left out.
QString evaluationPartsText(const Evaluation& evaluation);

/// Mean of a member over the findings, at least one.
double meanOverFindings(const std::vector<ParaphraseMetrics>& paraphrases,
                        double ParaphraseMetrics::* member);

/// Adds to `out`; a part that was not measured is null:
///
/// "package_calibration": {"findings": [{"anatomy", "finding", "error", "cases"}], "mean", "worst",
///   "worst_finding"}
/// "paraphrases": {"findings": [{"anatomy", "finding", "auc_own", "auc": […], "mean", "worst"}],
///   "mean_own", "mean", "mean_worst"}
/// "localization": [{"anatomy", "finding", "side_by_chance", "lobe_by_chance",
///   "pointing": [{"map": "attention" | "attention_weighted_value" | "gradient_times_input",
///     "asked": "nothing" | "finding" | "side" | "lobe", "side": {"hits", "count", "rate",
///     "interval"}, "lobe": as side}]}]
/// "text_search": {"measured", "cosine": {"recall_at_10", "precision_at_10", "average_precision"},
///   "margin", "automatic_margin", "centred": as cosine or null, "chance": as cosine,
///   "queries": [{"text", "candidates", "relevant", "cosine", "margin", "automatic_margin",
///   "centred", "chance"}]}
/// "unusual": [{"anatomy", "nearest", "nearest_whitened", "mahalanobis", "bank", "positives",
///   "negatives"}], the three being AUCs
/// "added": [{"anatomy", "finding", "single", "ensemble", "scalars", "positives", "negatives"}],
///   likewise
/// "global_statistics": [{"anatomy", "finding", "statistic", "present_is_higher", "auc_fitted",
///   "auc", "positives", "negatives"}]
void addEvaluationParts(nlohmann::json& out, const Evaluation& evaluation);

} // namespace fovea

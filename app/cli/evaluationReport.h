#pragma once

#include "model/evaluate/Evaluation.h"
#include "model/evaluate/PredictionFiles.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace fovea {

/// Tables of the findings: how well they are separated, with 95 % confidence intervals, and how
/// well they are calibrated; their means; what the intervals are over.
QString evaluationText(const Evaluation& evaluation);

/// {"studies", "groups", "resamples", "confidence": 0.95,
///  "findings": [{"anatomy", "finding", "positives", "negatives", "unscored", "auc",
///  "auc_interval",
///    "threshold", "sensitivity", "specificity", "accuracy", "precision", "f1", "weighted_f1", each
///    of the six with "<name>_interval",
///    "calibration": {"error", "error_interval", "platt": {"a", "b"},
///      "platt_a_interval", "platt_b_interval", "error_calibrated", "error_calibrated_interval"}}],
///  "mean_auc", "mean_auc_interval",
///  "mean": {the six, each with its interval}}
///
/// An interval is [low, high]. What cannot be measured is null. "groups": patients, or studies.
nlohmann::json evaluationJson(const Evaluation& evaluation);

/// Which volumes and columns counted.
QString predictedCasesText(const PredictedCases& cases, MeasureOptions::Unscored unscored);

/// {"volumes", "patients", "only_in_predictions", "only_in_truth", "volumes_without_patient",
///  "empty_labels", "labels_without_predictions": [titles]}
nlohmann::json predictedCasesJson(const PredictedCases& cases);

} // namespace fovea

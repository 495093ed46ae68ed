#pragma once

#include <optional>
#include <vector>

// Standard C++ only: linked without LibTorch.

namespace fovea {

/// Scores of one finding over cases and whether each case truly has it; equal lengths. Scores lie
/// in [0, 1]; NaN where the model gave none.
struct ScoredCases {
    std::vector<double> scores;
    std::vector<bool> positive;
};

/// Area under the ROC curve by ranks, ties counting half (Mann-Whitney). Empty where one of the
/// classes is missing. A score that is not a number counts as 0, as in the CT-RATE evaluation.
/// Scores may be of any range here.
std::optional<double> areaUnderRoc(const ScoredCases& cases);

/// The CT-RATE evaluation's operating point: of 100 evenly spaced thresholds in [0, 1], the last
/// of those with the least distance to (FPR 0, TPR 1), where present means score > threshold.
/// Empty where one of the classes is missing. It is picked on the cases it is given. NaN as above.
std::optional<double> operatingThreshold(const ScoredCases& cases);

/// How often a threshold's answer was which. Numbers of cases, or of weights in a resample.
struct ConfusionCounts {
    double truePositive = 0.0;
    double falsePositive = 0.0;
    double trueNegative = 0.0;
    double falseNegative = 0.0;
};

/// Present means score > threshold. NaN counts as 0.
ConfusionCounts confusionAt(const ScoredCases& cases, double threshold);

/// TP / (TP + FN). 0 where no case is positive.
double sensitivity(const ConfusionCounts& counts);
/// TN / (TN + FP). 0 where no case is negative.
double specificity(const ConfusionCounts& counts);
/// (TP + TN) / all.
double accuracy(const ConfusionCounts& counts);
/// Positive predictive value, TP / (TP + FP). 0 where nothing was called present, as scikit-learn.
double precision(const ConfusionCounts& counts);
/// F1 of the positive class, 2 TP / (2 TP + FP + FN).
double f1(const ConfusionCounts& counts);
/// F1 of both classes, each weighted with its share of the cases (scikit-learn's "weighted"), which
/// is what CT-RATE papers call F1.
double weightedF1(const ConfusionCounts& counts);

} // namespace fovea

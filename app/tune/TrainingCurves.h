#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// A number over the steps of a training.
struct Curve {
    std::vector<double> steps; ///< Rising.
    std::vector<double> values;
};

/// What a training has written down so far (model/training/TrainingLog.h), of its first network.
struct TrainingCurves {
    Curve loss;    ///< Means over groups of steps.
    Curve meanAuc; ///< On validation, over the findings.
    /// On validation, of calibrated scores, over the findings; empty with logs of earlier versions.
    Curve calibrationError;
    std::map<std::string, Curve> auc; ///< Of each finding, by "<anatomy>_<finding>".
};

/// Reads a log while it is written: a last line that is not whole yet is left out, and so are rows
/// of kinds that are not known. Empty curves where the file is not there yet. FileNotReadable;
/// MetadataBroken (file, what is wrong): no table, or no heading of such a log.
Result<TrainingCurves> readTrainingCurves(const std::filesystem::path& log);

} // namespace fovea

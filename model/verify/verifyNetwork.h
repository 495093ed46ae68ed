#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/verify/GoldenNode.h"
#include "model/verify/Verification.h"

namespace fovea {

/// Compares this network with figures of the reference implementation for one configuration:
/// parameter names and shapes, text vectors of prompts, windows, crops, feature levels, vectors and
/// scores of organs, and one step of training (verifyTraining()). Weights and images follow
/// golden::parameters() and golden::study().
///
/// Tolerances, fp32 on a CPU. Vectors and texts: 1e-5 absolute, 5e-5 where `hidden` or `th` is 256
/// or more (rounding grows with the length of the sums; the released network has 768). Scores 1e-4
/// absolute. Crop values 1e-6 absolute. Feature levels: ten times the vectors' tolerance, relative
/// to the largest expected value of the level (at least 1), because they are not normalised. Shapes
/// and counts exactly.
///
/// Throws BadGoldenFile, c10::Error and std::bad_alloc; Cancelled is an Error.
Result<Verification> verifyNetwork(const GoldenNode& file, const Progress& progress);

} // namespace fovea

#pragma once

#include "model/network/Parameters.h"
#include "model/text/WordPiece.h"
#include "model/training/Recipe.h"
#include "model/training/TrainingCase.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fovea {

struct FitOptions {
    std::uint64_t seed = 1; ///< Of the first parameters, the order of studies and their crops.
    std::function<void(const std::string& line)> log;
};

/// Trains a network from nothing: the parameters of the epoch with the highest mean zero-shot AUC
/// on `validation`, with the recipe's own prompts. recipe.network.vocabulary is the words' size.
/// Cancelled, TrainingDiverged (step). Throws c10::Error.
Result<ParameterMap> fitNetwork(const Recipe& recipe, const WordPiece& words,
                                const std::vector<TrainingCase>& training,
                                const std::vector<TrainingCase>& validation,
                                const FitOptions& options, const Progress& progress);

} // namespace fovea

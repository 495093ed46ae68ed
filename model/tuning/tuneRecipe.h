#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneOptions.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"

namespace fovea {

/// A tuning as a recipe: what the parts of training that it shares read, log and checkpoints
/// included. Steps and rates are the way's own unless the options say otherwise.
Recipe tuneRecipe(const ModelManifest& manifest, const TuneOptions& options,
                  std::size_t trainingStudies);

/// Batches of a recipe: finding by finding where the studies have sentences on single findings that
/// are there, else anatomy by anatomy.
BatchOptions tuneBatches(const Recipe& recipe, const std::vector<TrainingCase>& training);

} // namespace fovea

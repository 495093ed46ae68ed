#pragma once

#include "model/engine/Engine.h"

namespace fovea {

/// Trains an fVLM from nothing on labelled studies and writes it as a model package.
///
/// The loss is the released code's: per anatomy an InfoNCE between region and text vectors with
/// soft targets, summed over the anatomies that have an abnormal sample in the batch
/// (ContrastiveLoss.h). AdamW, linear warm-up and cosine, every study once per epoch in a random
/// order. The best epoch by mean zero-shot AUC on `validation` is kept; prompts, thresholds and
/// Platt calibration are fitted there and go into model.json.
///
/// Studies are loaded once and kept in memory (two bytes per voxel of the prepared study).
/// Deterministic for options.seed up to the order of floating-point sums. Runs on the CPU; call
/// from one thread. options.log hears a line per epoch.
///
/// Errors: Cancelled; BadOption, MetadataBroken (recipe); NoCases; TrainingDiverged (step);
/// whatever loading a study or writing the package gives. Nothing is written then.
Result<ModelInfo> trainModel(const StudySource& training, const StudySource& validation,
                             const TrainOptions& options, const Progress& progress);

} // namespace fovea

#pragma once

#include "model/network/NetworkConfig.h"
#include "model/verify/Comparisons.h"
#include "model/verify/GoldenNode.h"

#include <string>
#include <vector>

namespace fovea {

/// One step of the training loss, made by training's own makeBatch() and trainingLoss(): `shape`
/// and, per sample, `boxes_zyx` (an anatomy touching a face is left out) and `abnormal`; captions
/// and token ids per anatomy; `organ_losses` ("lung" or "lung_itc"), `loss` and `grad_norms`.
/// Sample b is the image "train:b".
///
/// Tolerances: losses 1e-4 absolute; gradient norms 0.1 % of the expected norm. The gradient of a
/// key's bias is 0 but for rounding (it moves all scores of a softmax alike), as is that of what no
/// loss depends on: such norms are compared absolutely, within 1e-6 of the largest norm (at least
/// 1e-6).
///
/// Throws BadGoldenFile, c10::Error and std::bad_alloc.
void verifyTraining(const GoldenNode& train, const NetworkConfig& config, Comparisons& comparisons,
                    std::vector<std::string>& unknown);

} // namespace fovea

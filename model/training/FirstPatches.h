#pragma once

#include "model/network/Parameters.h"
#include "model/training/Recipe.h"
#include "model/training/TrainingCase.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Starts the patch embedding from what patches of the anatomies look like: its rows become their
/// first principal components, each scaled to unit variance about the mean (PCA initialisation,
/// Krähenbühl et al., "Data-dependent Initializations of Convolutional Neural Networks", ICLR
/// 2016). With random rows every token of a lung points the same way, because its patches differ
/// little from their common brightness, and the layer norm that follows takes even that away; it
/// is what a pretrained encoder (MAE in the paper) brings along.
///
/// Does nothing where the network has a stem, whose first stage sees windows and needs no such
/// start.
///
/// Up to `PatchSample` patches, as many of each anatomy, of random crops of `cases`. Where there
/// are fewer patches than rows, or patches have fewer voxels than rows, the remaining rows stay.
/// Deterministic for a seed and one number of threads. Throws c10::Error.
void startFromPatches(const Recipe& recipe, const std::vector<TrainingCase>& cases,
                      std::uint64_t seed, ParameterMap& parameters);

inline constexpr std::int64_t PatchSample = 6000;

} // namespace fovea

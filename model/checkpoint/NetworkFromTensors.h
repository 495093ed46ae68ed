#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/checkpoint/TensorFile.h"

#include <set>
#include <string>

namespace fovea {

/// Completes the numbers of a network from the shapes of a checkpoint's tensors. Starts from
/// `manifest.network` and replaces what is not `stated`; where tensors disagree, the number that
/// most of them have counts, and the others will be misshapen. From shapes: hidden, mlp, layers,
/// patch, embedding, and the text encoder's sizes. Heads, pooling heads and levels are the released
/// network's where hidden size and layers are, else they must be stated (NetworkUnknown, which).
/// The grid is the preprocessing's minimum size in patches where that gives the number of position
/// embeddings, else it must be stated. AnatomiesUnnamed where the checkpoint has another number of
/// anatomies than are named.
Result<NetworkConfig> networkFromTensors(const ModelManifest& manifest,
                                         const std::set<std::string>& stated,
                                         const TensorFile& tensors);

} // namespace fovea

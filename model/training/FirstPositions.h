#pragma once

#include "model/network/Fvlm.h"
#include "model/training/BatchStream.h"

namespace fovea {

/// How large the position embeddings start against the patches' own embeddings, in root mean
/// square.
inline constexpr double FirstPositionShare = 0.5;

/// Starts the position embeddings as sines and cosines of the token's place along D, H and W
/// (Vaswani et al., NeurIPS 2017, section 3.5, one third of the channels per axis, wavelengths from
/// twice the grid's length to two tokens), FirstPositionShare as large as what the patch embedding
/// makes of the first batch: so a token's place can be told from the first step. (After 300 steps
/// on phantoms no better and no worse in AUC than the customary normal distribution of 0.02.)
///
/// Changes the network's parameters in place. `batches` is read for one batch. Throws c10::Error.
void startPositions(const Fvlm& network, BatchStream batches);

} // namespace fovea

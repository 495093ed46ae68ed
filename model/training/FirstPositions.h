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
/// makes of the first batch. From the customary 0.02 a small network takes thousands of steps
/// until a token's content and place are known together, and with them on which side something is.
///
/// Changes the network's parameters in place. `batches` is read for one batch. Throws c10::Error.
void startPositions(const Fvlm& network, BatchStream batches);

} // namespace fovea

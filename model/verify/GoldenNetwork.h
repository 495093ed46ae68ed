#pragma once

#include "model/network/NetworkConfig.h"
#include "model/verify/GoldenNode.h"

#include <string>
#include <vector>

// Standard C++ only.

namespace fovea {

/// The network that a file of reference figures speaks of.
///
/// `config` has hidden, mlp, vheads, layers (image encoder), th, tl, thd, ti, vocab, maxpos (text
/// encoder) and embed. What it leaves out follows from the rest of the file, else is the released
/// network's:
/// - the patch from the shape of the patch embedding in `parameters`;
/// - the stored token grid, where its size is not the released one, from the first volume of the
///   file (training's before the cases') that has as many tokens as there are position embeddings;
/// - the feature levels: blocks 3, 6 and 9, as far as there are such blocks;
/// - the anatomies in the order of their labels: the released four where the file names no other,
///   else from training's captions and from the cases, in each of which the named organs are its
///   labels in rising order. An anatomy that is named nowhere is called "anatomy N".
/// `config` may say patch, grid, levels, pool_heads and anatomies itself. Members that are unknown
/// are added to `unknown`.
///
/// Throws BadGoldenFile, also for numbers that are no network or one of more than 2^30 parameters.
NetworkConfig goldenNetwork(const GoldenNode& file, std::vector<std::string>& unknown);

} // namespace fovea

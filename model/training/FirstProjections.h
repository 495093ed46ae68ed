#pragma once

#include "model/network/Fvlm.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"

namespace fovea {

/// Starts each anatomy's projection so that the vectors of different studies differ: over a few
/// hundred studies their mean is 0 and their variance alike in every direction in which they
/// differ, before they are made unit. With a random projection the vectors of all studies are
/// almost the same, what they have in common being far larger than what tells them apart, and a
/// contrastive loss spends its first thousands of steps on that. (Whitening as in LSUV, Mishkin and
/// Matas, ICLR 2016, and in Krähenbühl et al., ICLR 2016.)
///
/// Draws up to `ProjectionSample` studies from `batches`, a stream of the recipe's. Anatomies that
/// fewer of them show than the projection has rows are left as they are. Changes the parameters of
/// `network` in place; deterministic for the stream and one number of threads. Throws c10::Error.
void startProjections(const Recipe& recipe, const Fvlm& network, BatchStream batches);

inline constexpr std::size_t ProjectionSample = 480;

} // namespace fovea

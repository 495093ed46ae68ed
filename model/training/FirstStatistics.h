#pragma once

#include "model/network/Fvlm.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"

namespace fovea {

/// Sets the mean and the variance by which each anatomy's region statistics are standardised
/// (regionStatistics.h) to those of up to `StatisticsSample` studies from `batches`, a stream of
/// the recipe's, and what is made of them to nothing: it is learnt. They are needed whether or not
/// all else starts from data. Anatomies that fewer than two of the studies show keep 0 and 1.
///
/// Does nothing where the network has no region statistics. Changes the parameters of `network` in
/// place; deterministic for the stream and one number of threads. Throws c10::Error.
void startStatistics(const Recipe& recipe, const Fvlm& network, BatchStream batches);

inline constexpr std::size_t StatisticsSample = 480;

} // namespace fovea

#pragma once

#include "model/network/Fvlm.h"
#include "model/training/BatchStream.h"
#include "model/training/Recipe.h"

#include <vector>

namespace fovea {

/// Sets the mean and the variance by which each anatomy's region statistics are standardised
/// (regionStatistics.h) to those of up to `StatisticsSample` studies from `batches`, a stream of
/// the recipe's, and what is made of them to nothing: it is learnt. They are needed whether or not
/// all else starts from data. Anatomies that fewer than two of the studies show keep 0 and 1.
///
/// Does nothing where the network has no region statistics. Changes the parameters of `network` in
/// place; deterministic for the stream and one number of threads. Throws c10::Error.
void startStatistics(const Recipe& recipe, const Fvlm& network, BatchStream batches);

/// Region statistics r by anatomy, as many of each as were seen.
using SeenStatistics = std::vector<std::vector<at::Tensor>>;

/// The first half of it, of the anatomies from `first` on: mean and variance, in place.
void standardiseStatistics(const SeenStatistics& seen, std::size_t first,
                           const ParameterMap& parameters);

inline constexpr std::size_t StatisticsSample = 480;

} // namespace fovea

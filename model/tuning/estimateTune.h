#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneOptions.h"

#include <cstdint>

// Standard C++ only.

namespace fovea {

/// See TuneEstimate. Checked with `fovea-cli tune compare` and the demo model, on a CPU in fp32,
/// against the largest resident memory of the process, of which 0.5 GB are its own
/// (estimateWays()): with 200 synthetic chests adapters took 3.2 GB where 4.8 GB were foretold, all
/// parameters 4.3 and 4.5 GB where 4.9 were, and heads 1.16 GB where 1.03 were, in a process that
/// also judged them. Not checked on a network of the released size, nor on a GPU.
/// `manifest` is the tuned one (TunedManifest.h), `knownAnatomies` the parent's.
TuneEstimate estimateTune(const ModelManifest& manifest, std::size_t knownAnatomies,
                          const TuneOptions& options, std::size_t trainingStudies,
                          std::uint64_t largestStudyBytes);

/// See ModelApi::estimateTune().
Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                  std::uint64_t largestStudyBytes);

} // namespace fovea

#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneOptions.h"

#include <cstdint>

// Standard C++ only.

namespace fovea {

/// See TuneEstimate. Checked with `fovea-cli tune run` on 24 phantoms of 96 x 80 x 40 and the demo
/// model, on a CPU in fp32, against the largest resident memory of the process, of which 0.5 GB are
/// its own (estimateWays()): heads took 0.42 GB where 0.8 GB were foretold, adapters in a batch of
/// nine 1.2 GB where 2.3 GB were. Not checked on a network of the released size, nor on a GPU.
/// `manifest` is the tuned one (TunedManifest.h), `knownAnatomies` the parent's.
TuneEstimate estimateTune(const ModelManifest& manifest, std::size_t knownAnatomies,
                          const TuneOptions& options, std::size_t trainingStudies,
                          std::uint64_t largestStudyBytes);

/// See ModelApi::estimateTune().
Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                  std::uint64_t largestStudyBytes);

} // namespace fovea

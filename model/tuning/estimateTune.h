#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/TuneOptions.h"

#include <cstdint>

// Standard C++ only.

namespace fovea {

/// See TuneEstimate. `manifest` is the tuned one (TunedManifest.h), `knownAnatomies` the parent's.
TuneEstimate estimateTune(const ModelManifest& manifest, std::size_t knownAnatomies,
                          const TuneOptions& options, std::size_t trainingStudies,
                          std::uint64_t largestStudyBytes);

/// See ModelApi::estimateTune().
Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t trainingStudies,
                                  std::uint64_t largestStudyBytes);

} // namespace fovea

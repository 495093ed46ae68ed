#pragma once

#include "model/checkpoint/PickleValue.h"
#include "model/domain/Result.h"

#include <string_view>

// A restricted reader of Python pickles (protocols 0 to 5, as torch.save writes them). It builds
// plain values and never imports, calls or runs anything. Standard C++ only.

namespace fovea {

/// Reads one pickle off the beginning of `bytes`.
///
/// CheckpointRefused names the first global that is neither a tensor's nor a class of data that
/// trainers are known to save (PickleGlobals.h); CheckpointBroken says what does not parse.
/// Memory stays within a small multiple of the stream's size, whatever the stream asks for.
Result<PickleDocument> readPickle(std::string_view bytes);

} // namespace fovea

#pragma once

#include "model/checkpoint/ZipDirectory.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <functional>
#include <string_view>

namespace fovea {

/// Takes the next piece of a file; an error ends the reading.
using ByteSink = std::function<Status(std::string_view)>;

/// Hands the original bytes of an entry on, front to back, in pieces of at most 1 MiB: no more than
/// that is ever held, whatever the entry claims. CheckpointBroken where the data are damaged, or
/// are not of the size or checksum that the directory says: nothing beyond that size is handed on.
/// Cancelled between two pieces; errors of the sink.
Status inflateEntry(const ZipDirectory::Entry& entry, const ByteSink& sink,
                    const Progress& progress);

} // namespace fovea

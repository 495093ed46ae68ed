#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fovea {

/// What benchmarks hold readSeries() against: the least that a program on DCMTK must do. Each file
/// is parsed whole and its native pixels are copied behind those of the one before, on the calling
/// thread, in the given order: no sorting, no checks, no Hounsfield units. Returns the number of
/// bytes copied. Errors: FileNotReadable, UnsupportedPixels (not 16 bits allocated, or compressed),
/// OutOfMemory, Cancelled (polled per file).
Result<std::uint64_t> readPixelsWithDcmtkAlone(const std::vector<std::filesystem::path>& files,
                                               const Progress& progress = {});

} // namespace fovea

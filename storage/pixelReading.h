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

/// How much of the values is read.
enum class ParsedExtent {
    ShortValues, ///< As dcmdump does: values of more than 4 KB, such as pixels, stay on disk.
    AllValues,   ///< As dcmdump does with +M.
};

/// For benchmarks: every file through DCMTK's DcmFileFormat::loadFile(), as its dcmdump has them,
/// on `threads` threads that take the next one from a common counter. Returns the elements at the
/// top of all data sets. Errors: FileNotReadable, Cancelled (polled per file).
Result<std::uint64_t> parseWithDcmtkAlone(const std::vector<std::filesystem::path>& files,
                                          ParsedExtent extent, int threads,
                                          const Progress& progress);

} // namespace fovea

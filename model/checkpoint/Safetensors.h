#pragma once

#include "model/domain/Result.h"
#include "model/network/Parameters.h"

#include <filesystem>

namespace fovea {

// The safetensors format: an 8-byte little-endian length, a JSON header (name → dtype, shape,
// data_offsets relative to the header's end), then the tensors' bytes, row-major, without gaps.

/// All tensors of a file, on the CPU: F32 mapped (and keeping the mapping alive), F16 and BF16
/// converted to fp32, others refused. FileNotFound, FileNotReadable, or ModelBroken (file name,
/// what is wrong).
Result<ParameterMap> readSafetensors(const std::filesystem::path& path);

/// Writes tensors as F32 in order of their names. FileNotWritable or DiskFull; a file left half
/// written is the caller's to remove.
Status writeSafetensors(const std::filesystem::path& path, const ParameterMap& parameters);

} // namespace fovea

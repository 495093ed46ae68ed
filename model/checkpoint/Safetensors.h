#pragma once

#include "model/checkpoint/TensorFile.h"
#include "model/network/Parameters.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

// The safetensors format: an 8-byte little-endian length, a JSON header (name → dtype, shape,
// data_offsets relative to the header's end), then the tensors' bytes, row-major, without gaps.

/// Whether bytes begin like a safetensors file.
bool looksLikeSafetensors(std::string_view bytes);

/// Reads the header. F64, F32, F16 and BF16 can be read; tensors of another dtype, beyond the
/// file's end or of another size than their shape's are entries with a problem. CheckpointBroken.
Result<TensorFile::Entries> readSafetensorsEntries(std::string_view bytes);

/// Where a writer gets tensors, one at a time.
class TensorSource {
public:
    virtual ~TensorSource() = default;
    /// Of the shape asked for, any floating-point dtype and device. May throw c10::Error.
    virtual at::Tensor tensor(const std::string& name) const = 0;
    /// That tensor is written and not asked for again. False ends the writing.
    virtual bool written(const std::string& name) const = 0;
    /// As what it is written: kFloat, kHalf or kBFloat16.
    virtual at::ScalarType type(const std::string& /*name*/) const { return at::kFloat; }
};

/// Texts of the header that are no tensors ("__metadata__").
using SafetensorsMetadata = std::map<std::string, std::string>;

/// Those of a file; empty where it has none or its header cannot be read.
SafetensorsMetadata readSafetensorsMetadata(std::string_view bytes);

/// Writes tensors in order of their names, in a new file that is on the disk when this returns.
/// FileNotWritable, DiskFull, or Cancelled; a file left half written is the caller's to remove.
Status writeSafetensors(const std::filesystem::path& path, std::vector<ParameterShape> shapes,
                        const TensorSource& source, const SafetensorsMetadata& metadata = {});

} // namespace fovea

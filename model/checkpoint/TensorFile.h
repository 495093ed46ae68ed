#pragma once

#include "model/checkpoint/MappedFile.h"
#include "model/domain/Result.h"
#include "model/domain/TensorProblem.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A tensor as a file describes it: nothing is copied before it is asked for.
struct StoredTensor {
    at::ScalarType type = at::kFloat;
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides; ///< In elements, none negative.
    std::string_view bytes;            ///< From its first to its last element, in the mapped file.
    std::string_view record;           ///< What the checksum covers; contains `bytes`.
    std::uint32_t checksum = 0;        ///< CRC-32 (zip's); 0: the file has none.
    std::optional<TensorProblem> problem; ///< Why it cannot be read; then no member above counts.
};

/// The tensors of a mapped file by name. A `module.` prefix (DataParallel) is dropped from names.
class TensorFile {
public:
    using Entries = std::map<std::string, StoredTensor, std::less<>>;

    TensorFile(std::shared_ptr<MappedFile> file, Entries entries)
        : m_file(std::move(file))
        , m_entries(std::move(entries))
    {
    }

    const Entries& entries() const { return m_entries; }
    const MappedFile& file() const { return *m_file; }

    /// Over the mapped bytes, which it keeps; a copy where they are not aligned for their dtype
    /// (legacy checkpoints do not align). May throw c10::Error. The entry has no problem.
    at::Tensor tensor(const StoredTensor& entry) const;

    /// Whether the bytes on disk still give the checksum; true where there is none.
    static bool intact(const StoredTensor& entry);

    /// Hands the entry's mapped pages back to the system; reading it again maps them again.
    void release(const StoredTensor& entry) const;

private:
    std::shared_ptr<MappedFile> m_file;
    Entries m_entries;
};

/// Reads the directory of a PyTorch checkpoint (zip or legacy) or a safetensors file; which it is
/// is told from its content. Tensors that cannot be read are entries with a problem.
///
/// FileNotFound, FileNotReadable, CheckpointRefused (the global that a pickle names),
/// CheckpointBroken (what is wrong).
Result<TensorFile> readTensorFile(const std::filesystem::path& path);

} // namespace fovea

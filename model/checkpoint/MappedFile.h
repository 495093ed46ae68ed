#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace fovea {

/// A whole file mapped into memory, privately: writing to it changes nothing on disk. Held by
/// shared_ptr, so that tensors over its bytes keep it.
class MappedFile {
public:
    /// FileNotFound or FileNotReadable.
    static Result<std::shared_ptr<MappedFile>> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<std::byte> bytes() const { return m_bytes; }
    std::string_view text() const
    {
        return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
    }

    /// Hands whole pages of a part of the file back to the system. Reading them again maps them
    /// again from disk; what was written to them is lost.
    void release(std::string_view part) const;

private:
    explicit MappedFile(std::span<std::byte> bytes)
        : m_bytes(bytes)
    {
    }
    std::span<std::byte> m_bytes;
};

} // namespace fovea

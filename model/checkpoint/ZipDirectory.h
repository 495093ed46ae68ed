#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace fovea {

/// The directory of a zip (or zip64) archive of stored, uncompressed files, as torch.save writes
/// them. Every offset is checked against the archive. Looks at bytes it does not own.
class ZipDirectory {
public:
    struct Entry {
        std::string_view bytes;
        std::uint32_t checksum = 0; ///< CRC-32 of bytes; 0 where torch.save was told to make none.
    };

    /// Whether bytes begin like a zip archive.
    static bool looksLikeZip(std::string_view bytes);
    /// CheckpointBroken says what is wrong; compressed or encrypted entries are.
    static Result<ZipDirectory> read(std::string_view bytes);

    /// By name.
    const std::map<std::string, Entry>& entries() const { return m_entries; }

private:
    std::map<std::string, Entry> m_entries;
};

/// Zip's CRC-32.
std::uint32_t checksumOf(std::string_view bytes);

} // namespace fovea

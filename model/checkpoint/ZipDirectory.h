#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace fovea {

/// The directory of a zip (or zip64) archive: of stored, uncompressed files, as torch.save writes
/// them, or of compressed ones too. Every offset is checked against the archive. Looks at bytes it
/// does not own.
class ZipDirectory {
public:
    enum class Allow {
        StoredOnly,
        Deflated, ///< Stored, or compressed by deflate (inflateEntry()).
    };
    struct Entry {
        std::string_view bytes;     ///< As they lie in the archive.
        std::uint32_t checksum = 0; ///< CRC-32 of the original bytes; 0 where torch.save was told
                                    ///< to make none.
        std::uint64_t originalSize = 0; ///< As the directory says; of stored ones, that of bytes.
        bool deflated = false;
    };

    /// Whether bytes begin like a zip archive.
    static bool looksLikeZip(std::string_view bytes);
    /// CheckpointBroken says what is wrong; encrypted entries are, and those that are compressed in
    /// a way that is not allowed.
    static Result<ZipDirectory> read(std::string_view bytes, Allow allow = Allow::StoredOnly);

    /// By name.
    const std::map<std::string, Entry>& entries() const { return m_entries; }

private:
    std::map<std::string, Entry> m_entries;
};

/// Zip's CRC-32.
std::uint32_t checksumOf(std::string_view bytes);

} // namespace fovea

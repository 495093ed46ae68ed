#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace fovea {

/// The directory of a zip (or zip64) archive of stored, uncompressed files, as torch.save writes
/// them. Every offset is checked against the archive. Looks at bytes it does not own.
class ZipDirectory {
public:
    /// Whether bytes begin like a zip archive.
    static bool looksLikeZip(std::string_view bytes);
    /// CheckpointBroken says what is wrong; compressed or encrypted entries are.
    static Result<ZipDirectory> read(std::string_view bytes);

    /// Names of all entries.
    const std::map<std::string, std::string_view>& entries() const { return m_entries; }

private:
    std::map<std::string, std::string_view> m_entries;
};

} // namespace fovea

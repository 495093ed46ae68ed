#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace fovea {

/// What a file holds, to tell it from another or a damaged one: not against forgers (ContentHash).
struct FileSum {
    std::uint64_t bytes = 0;
    std::string hash; ///< ContentHash of all bytes.
    bool operator==(const FileSum&) const = default;
};

/// FileNotFound, FileNotReadable, Cancelled.
Result<FileSum> sumOfFile(const std::filesystem::path& file, const Progress& progress = {});

/// Copies a file's bytes to a new file, whose folder exists, and sums them up on the way. They may
/// still be in the system's memory afterwards (syncToDisk). What a failure leaves is for whoever
/// made the folder. Errors: as sumOfFile() of the source; FileNotWritable, DiskFull (target).
Result<FileSum> copyFileSummed(const std::filesystem::path& from, const std::filesystem::path& to,
                               const Progress& progress = {});

} // namespace fovea

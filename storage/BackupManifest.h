#pragma once

#include "storage/FileSum.h"

#include <map>
#include <string>

namespace fovea {

/// What a backup holds: `manifest.txt` in its folder, written last. A text file, so that a backup
/// can be judged without this program:
///
///     fovea-backup 1
///     created 2026-01-27T10:15:30Z
///     schema 7
///     <hash> <bytes> <path>          one line per file, '%', line ends in paths as %25, %0A, %0D
///     end <number of files>
struct BackupManifest {
    std::string createdAt;                ///< UTC.
    int schema = 0;                       ///< Of the database.
    std::map<std::string, FileSum> files; ///< By path below the backup's folder.

    std::uint64_t bytes() const;
};

/// FileNotFound where there is none: the folder is no backup. MetadataBroken (file, why) where it
/// is cut off, of a later version, or names a path that leads out of the folder.
Result<BackupManifest> readManifest(const std::filesystem::path& backupFolder);
Status writeManifest(const std::filesystem::path& backupFolder, const BackupManifest& manifest);

} // namespace fovea

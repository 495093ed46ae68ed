#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

struct BackupReport {
    std::filesystem::path folder; ///< The backup's.
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    std::size_t linked = 0; ///< Of these, shared with the backup before: they take no space.
    /// Files that records name and that were not there: paths below the archive's folder. The
    /// backup is whole without them.
    std::vector<std::string> missing;
};

/// Copies an archive, which may be in use meanwhile, into a new folder
/// `<place>/fovea-backup-<UTC>-<n>`: the database as it is at one moment (VACUUM INTO), every file
/// of the archive's own that its records name, and whatever else lies in the archive's folder
/// (catalogs, calibration, unsaved corrections, tuning), without what is made anew by itself
/// (search indexes, thumbnails, caches) and what a repair put aside. Files that records only refer
/// to stay where the user keeps them and are not copied.
///
/// Images never change once they are in the archive, so those that the newest backup in `place`
/// holds are checked there and hard-linked. All that was written is read again and compared; until
/// then the folder has ".part" behind its name, and it goes when anything fails.
///
/// Errors: DatabaseNotOpened, DatabaseTooNew; FileNotWritable, DiskFull (path); BadOption where
/// `place` lies in the archive; BrokenFile (path) where what was written reads otherwise;
/// Cancelled.
Result<BackupReport> backupArchive(const std::filesystem::path& archiveFolder,
                                   const std::filesystem::path& place,
                                   const Progress& progress = {});

/// What a backup says of itself.
struct BackupFacts {
    std::filesystem::path folder;
    std::string createdAt; ///< UTC.
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

/// The backup in `folder`, or the newest of the backups that lie in it. Errors: FileNotFound
/// (manifest.txt: no backup), MetadataBroken.
Result<BackupFacts> findBackup(const std::filesystem::path& folder);

/// Where an archive goes that is restored into a folder of a person's choice: that folder, where it
/// is empty or does not exist; else, and where a drive is mounted there, a new folder in it.
std::filesystem::path restorePlace(const std::filesystem::path& chosen);

struct RestoreReport {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    std::string createdAt; ///< When the backup was made, UTC.
    /// The archive that stood in the place, whole; empty where there was none.
    std::filesystem::path keptAside;
};

/// Makes an archive of a backup. All of it is checked while it is copied beside `archiveFolder`;
/// only then does an archive that is there move aside ("<name>-before-restore-<n>") and the new
/// one take its place; an empty folder is simply replaced. A failure leaves what was there as it
/// was.
///
/// Errors: BadOption where the place lies inside another archive; FileNotFound, MetadataBroken (no
/// backup, or damaged); BrokenFile (path) for a file that is not what the backup had;
/// DatabaseTooNew; DatabaseNotOpened (folder, "in use") where a program holds the archive
/// (FolderLock); FileNotWritable, DiskFull; Cancelled.
Result<RestoreReport> restoreBackup(const std::filesystem::path& backupFolder,
                                    const std::filesystem::path& archiveFolder,
                                    const Progress& progress = {});

} // namespace fovea

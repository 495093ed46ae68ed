#include "storage/ArchiveConnection.h"
#include "storage/AtomicFile.h"
#include "storage/BackupManifest.h"
#include "storage/FolderLock.h"
#include "storage/StudyDatabase.h"
#include "storage/backupArchive.h"
#include "storage/repairArchive.h"

#include <optional>
#include <sys/stat.h>

namespace fovea {

namespace fs = std::filesystem;

namespace {

Status copyAll(const fs::path& backup, const BackupManifest& manifest, const fs::path& to,
               const Progress& progress)
{
    double done = 0;
    for (const auto& [path, sum] : manifest.files) {
        const fs::path target = to / path;
        std::error_code error;
        fs::create_directories(target.parent_path(), error);
        if (error)
            return writeError(target, error.value());
        const auto copied = copyFileSummed(backup / path, target, progress);
        if (!copied)
            return copied.error();
        if (*copied != sum)
            return makeError(ErrorCode::BrokenFile, {(backup / path).string()},
                             "not what the backup's manifest says");
        if (Status synced = syncToDisk(target); !synced)
            return synced;
        progress.report(++done / static_cast<double>(manifest.files.size()));
    }
    return Done{};
}

/// The restored archive takes the place; what stood there moves to `aside`.
Status exchange(const fs::path& restored, const fs::path& place, const fs::path& aside)
{
    std::error_code error;
    if (!aside.empty()) {
        fs::rename(place, aside, error);
        if (error)
            return writeError(place, error.value());
    }
    fs::rename(restored, place, error);
    if (error) {
        const Error failed = writeError(place, error.value());
        if (!aside.empty())
            fs::rename(aside, place, error);
        return failed;
    }
    return syncToDisk(place.parent_path());
}

bool isMountPoint(const fs::path& folder)
{
    struct stat own{};
    struct stat above{};
    return ::stat(folder.c_str(), &own) == 0 && ::stat((folder / "..").c_str(), &above) == 0 &&
           own.st_dev != above.st_dev;
}

bool liesInAnArchive(const fs::path& place)
{
    std::error_code error;
    for (fs::path above = place.parent_path(); above.has_relative_path();
         above = above.parent_path())
    {
        if (fs::exists(databaseFileOf(above), error))
            return true;
    }
    return false;
}

} // namespace

fs::path restorePlace(const fs::path& chosen)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(chosen, error)))
        return chosen;
    const bool empty = fs::is_directory(chosen, error) && fs::is_empty(chosen, error) && !error;
    if (empty && !isMountPoint(chosen))
        return chosen;
    const fs::path inside = chosen / "fovea-archive";
    return fs::exists(fs::symlink_status(inside, error)) ? freeName(chosen, "fovea-archive")
                                                         : inside;
}

Result<RestoreReport> restoreBackup(const fs::path& backupFolder, const fs::path& archiveFolder,
                                    const Progress& progress)
{
    const auto manifest = readManifest(backupFolder);
    if (!manifest)
        return manifest.error();
    const int newest = StudyDatabase::newestSchemaVersion();
    if (manifest->schema > newest)
        return makeError(ErrorCode::DatabaseTooNew,
                         {std::to_string(manifest->schema), std::to_string(newest)});
    std::error_code error;
    fs::path place = fs::absolute(archiveFolder, error).lexically_normal();
    if (!place.has_filename())
        place = place.parent_path(); // "archive/" is "archive".
    if (liesInAnArchive(place))
        return makeError(ErrorCode::BadOption, {place.string(), "it lies inside an archive"});
    std::optional<FolderLock> lock;
    RestoreReport report;
    const bool empty =
        fs::is_directory(fs::symlink_status(place, error)) && fs::is_empty(place, error) && !error;
    if (!empty && fs::exists(fs::symlink_status(place, error))) {
        lock = FolderLock::tryLock(place);
        if (!lock->held())
            return makeError(ErrorCode::DatabaseNotOpened, {place.string(), "in use"});
        report.keptAside =
            freeName(place.parent_path(), place.filename().string() + "-before-restore");
    }
    fs::create_directories(place.parent_path(), error);
    const fs::path partial =
        freeName(place.parent_path(), place.filename().string() + "-restoring", ".part");
    if (!fs::create_directories(partial, error))
        return writeError(partial, error ? error.value() : EEXIST);
    Status done = copyAll(backupFolder, *manifest, partial, progress);
    if (done)
        done = exchange(partial, place, report.keptAside);
    if (!done) {
        fs::remove_all(partial, error);
        return done.error();
    }
    report.files = manifest->files.size();
    report.bytes = manifest->bytes();
    report.createdAt = manifest->createdAt;
    // Also brings an older backup up to this version.
    if (const auto opened = StudyDatabase::open(place); !opened)
        return opened.error();
    return report;
}

} // namespace fovea

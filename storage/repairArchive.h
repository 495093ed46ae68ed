#pragma once

#include "storage/checkArchive.h"

#include <optional>

namespace fovea {

struct ArchiveRepairReport {
    std::vector<ArchiveProblem> mended;
    ArchiveCheckReport left; ///< As a quick check finds it afterwards.
    /// The database as it was before, in the archive's folder; empty where no record was changed.
    std::filesystem::path databaseBefore;
    /// Where files without records went; empty where there were none.
    std::filesystem::path movedTo;
};

/// Does about each problem of a check what loses nothing: makes anew what is known elsewhere,
/// moves files that no record names to `<archive>/lost+found/<n>/`, and, only where
/// `removeRecords`, removes records of what is gone. A series or study that anything else belongs
/// to (segmentation, analysis, measurement, key image, verdict, note) keeps its row all the same.
/// Before a record changes, the database is copied to `<archive>/fovea-before-repair-<n>.db`. What
/// only a backup brings back stays as it is.
///
/// Nobody else should use the archive meanwhile; what another one imports is left alone. Errors:
/// as checkArchive(); DiskFull, FileNotWritable; DatabaseFailed. What was mended before stays so.
Result<ArchiveRepairReport> repairArchive(const std::filesystem::path& folder,
                                          const std::vector<ArchiveProblem>& problems,
                                          bool removeRecords, const Progress& progress = {});

/// "<stem>-<n><extension>" below `folder`, the first that does not exist.
std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& stem,
                               const std::string& extension = {});

} // namespace fovea

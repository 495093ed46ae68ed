#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A folder that is being filled inside an archive, `incoming/<name>`, and then moved to
/// `files/<name>` as a whole.
///
/// The owner holds an flock on the folder's inode, which the rename carries along and which the
/// kernel drops when the process dies: that is how sweepStagingFolders() tells a leftover from an
/// import under way in another thread or process.
///
///     create → copy… → publish (fsync, note as pending, rename)
///            → StudyDatabase::addSeries(pendingFolder = relativeFolder()) → keep()
///
/// Without keep() the destructor removes the folder, wherever it is by then.
class StagingFolder {
public:
    /// `stem` becomes part of the name: a UID or a hash, never something of a patient.
    static Result<StagingFolder> create(StudyDatabase& database, const std::string& stem);

    StagingFolder(StagingFolder&& other) noexcept;
    StagingFolder& operator=(StagingFolder&&) = delete;
    StagingFolder(const StagingFolder&) = delete;
    ~StagingFolder();

    /// Copies and fsyncs one file under a plain file name. FileNotFound or FileNotReadable for the
    /// source; FileNotWritable or DiskFull for the archive.
    Status copyIn(const std::filesystem::path& source, const std::string& name);
    Status publish();
    void keep();

    /// "files/<name>", below the archive's folder.
    const std::string& relativeFolder() const { return m_relativeFolder; }
    /// Where a copied file lies after publish().
    std::filesystem::path publishedPath(const std::string& name) const;

private:
    StagingFolder() = default;

    StudyDatabase* m_database = nullptr;
    std::filesystem::path m_current; ///< Where the folder is now; empty when kept or moved from.
    std::filesystem::path m_published;
    std::string m_relativeFolder;
    int m_lock = -1;
};

} // namespace fovea

#pragma once

#include "model/domain/Result.h"
#include "storage/FolderLock.h"
#include "storage/StudyDatabase.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A folder that is being filled inside an archive, `incoming/<name>`, and then moved to
/// `files/<name>` as a whole.
///
/// The owner holds a lock on the folder (FolderLock) that follows it through the move and that the
/// kernel drops when the process dies: that is how StudyDatabase::open tells a leftover from an
/// import under way in another thread or process.
///
///     create → copyIn… → publish (fsync, note as pending, rename)
///            → StudyDatabase::addStudy(pendingFolder = relativeFolder()) → keep()
///
/// Without keep() the destructor removes the folder, wherever it is by then. The database must
/// outlive the object and stay where it is.
class StagingFolder {
public:
    /// `stem` becomes part of the name where it is a UID, else its hash does.
    static Result<StagingFolder> create(StudyDatabase& database, const std::string& stem);

    StagingFolder(StagingFolder&& other) noexcept;
    StagingFolder& operator=(StagingFolder&&) = delete;
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    ~StagingFolder();

    /// Copies one file under a plain file name. FileNotReadable (source) leaves nothing of it
    /// behind; FileNotWritable or DiskFull mean the archive.
    Status copyIn(const std::filesystem::path& source, const std::string& name);
    /// Afterwards every byte is on the disk.
    Status publish();
    void keep();

    /// "files/<name>", below the archive's folder.
    const std::string& relativeFolder() const { return m_relativeFolder; }
    /// Where a copied file lies after publish().
    std::filesystem::path publishedPath(const std::string& name) const;

private:
    Status syncFiles();
    StagingFolder() = default;

    StudyDatabase* m_database = nullptr;
    std::filesystem::path m_current; ///< Where the folder is now; empty when kept or moved from.
    std::string m_relativeFolder;
    std::vector<std::string> m_names;
    FolderLock m_lock;
    bool m_noted = false;
};

/// `uid` where it looks like a DICOM UID (digits and dots, at most 64), else a hash of it: safe as
/// a part of a file name, whatever a file claimed.
std::string fileNameStem(const std::string& uid);

} // namespace fovea

#pragma once

#include "model/domain/Progress.h"
#include "storage/ArchiveConnection.h"
#include "storage/checkArchive.h"

namespace fovea {

/// The part of checkArchive() that is about files: what records name against what is there.
/// Private to storage/; throws SqlFailure.
class ArchiveFiles {
public:
    ArchiveFiles(const std::filesystem::path& folder, ArchiveCheckDepth depth)
        : m_folder(folder)
        , m_depth(depth)
    {
    }

    /// Adds problems and counts to `report`; once. False: cancelled.
    bool check(const ArchiveConnection& connection, ArchiveCheckReport& report,
               const Progress& progress);

private:
    struct DiskFile {
        std::string path; ///< Below the archive's folder.
        std::uint64_t bytes = 0;
        bool named = false;
    };
    /// A row of instances or label_maps.
    struct Named {
        std::int64_t row = 0;
        std::string path; ///< As recorded.
        bool managed = false;
        std::uint64_t bytes = 0;
        std::string identity; ///< SOP Instance UID, or what LabelMapRecord::source is.
        bool isFolder = false;
    };

    bool list(const Progress& progress);
    DiskFile* find(const std::string& path);
    void checkImage(const Named& image, ArchiveCheckReport& report);
    void checkLabelMap(const Named& map, ArchiveCheckReport& report);
    void checkReferenced(const Named& named, ArchiveCheckReport& report);
    void addUnnamed(const ArchiveConnection& connection, ArchiveCheckReport& report);
    /// All files of a folder of masks; false: there are none.
    bool nameFolder(const std::string& path, ArchiveCheckReport& report);

    const std::filesystem::path m_folder;
    const ArchiveCheckDepth m_depth;
    std::vector<DiskFile> m_files; ///< By path.
};

} // namespace fovea

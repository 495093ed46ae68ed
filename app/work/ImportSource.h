#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DicomScanner.h"
#include "storage/FolderLock.h"
#include "storage/Importer.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// What somebody wants to import, read as far as the scanner reads it: a folder, a file, a DICOMDIR
/// (scanFolder()), a zip file with such things in it, or a research volume file (by its name;
/// researchSeries.h makes a CT series of it). Volume files in folders are left out: there they are
/// as likely segmentations.
///
/// A zip is unpacked, and a volume file's series is made, in a folder of its own below the
/// archive's `incoming/`, on the disk that the images will go to, and that folder goes with this
/// object; one left behind by a crash goes when the archive is opened the next time. What lies
/// there can only be copied, never referenced. ZipSource says what it refuses: names that lead out
/// of the folder, and what unpacks to absurdly much.
class ImportSource {
public:
    /// `archive` is the archive's folder. Errors: those of scanFolder(); of a zip also BrokenFile,
    /// FileNotWritable, DiskFull; of a volume file those of writeResearchSeries(). Cancelled is
    /// polled by file and by megabyte.
    static Result<ImportSource> open(const std::filesystem::path& path,
                                     const std::filesystem::path& archive,
                                     const Progress& progress);

    ImportSource(ImportSource&& other) noexcept;
    ImportSource& operator=(ImportSource&&) = delete;
    ImportSource(const ImportSource&) = delete;
    ImportSource& operator=(const ImportSource&) = delete;
    ~ImportSource();

    const ScanReport& report() const { return m_report; }
    /// importScans() of them all; as Copy, where `wanted` cannot be. What is left out of a zip lies
    /// at "file.zip/name within", here and in the report.
    static Result<ImportSummary> importAll(StudyDatabase& database,
                                           std::vector<ImportSource> sources, ImportMode wanted,
                                           const Progress& progress);

private:
    ImportSource() = default;
    Status makeFolder(const std::filesystem::path& archive);
    Status unpack(const Progress& progress);
    void nameAfterFile(std::vector<LeftOutFile>& files) const;

    ScanReport m_report;
    std::filesystem::path m_file;     ///< What m_unpacked was made of.
    std::filesystem::path m_unpacked; ///< Empty: read where it lies.
    FolderLock m_lock;
};

} // namespace fovea

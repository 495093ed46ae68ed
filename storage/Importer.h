#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DicomScanner.h"
#include "storage/StudyDatabase.h"

#include <filesystem>
#include <vector>

namespace fovea {

enum class ImportMode {
    Copy,      ///< Files are copied into the archive ("managed").
    Reference, ///< The database remembers where they lie.
};

struct ImportSummary {
    std::vector<std::int64_t> studyIds;  ///< Touched or found, in the order of the report.
    std::vector<std::int64_t> seriesIds; ///< Likewise.
    int studiesAdded = 0;
    int seriesAdded = 0;
    int instancesTaken = 0;
    /// Instances whose SOPInstanceUID the series had before, or twice in this report.
    int instancesAlreadyThere = 0;
    int labelMapsTaken = 0;
    int labelMapsAlreadyThere = 0;
    /// What the scanner left out, what could not be copied, and segmentations whose CT is neither
    /// in the report nor in the archive (NotInArchive).
    std::vector<LeftOutFile> leftOut;
};

/// Takes what DicomScanner found into the archive: study by study, each in one transaction, with
/// all its series or not at all (see StudyDatabase for what happens when the process dies).
/// Importing the same again changes nothing. DICOM SEG and RT Structure Set files become label maps
/// of the series they refer to, each by itself and after all images.
///
/// A file that cannot be read is left out with its reason and the rest goes on; a full disk or a
/// failing database ends the import with an Error (studies taken before stay). Cancelled is polled
/// per file; the study under way is then given up, earlier ones stay. Records are made from the
/// report series by series, so that a study of any size takes little more memory than the report.
Result<ImportSummary> importScan(StudyDatabase& database, const ScanReport& report, ImportMode mode,
                                 const Progress& progress = {});

/// What to take of one source, and how.
struct ScanToImport {
    ScanReport report;
    ImportMode mode = ImportMode::Copy;
};

/// importScan() of several at once: all images of all of them first, so that a segmentation finds
/// its CT wherever that lies, and in the order given. What they left out is moved into the summary,
/// not copied, since it may be as long as the folders are.
Result<ImportSummary> importScans(StudyDatabase& database, std::vector<ScanToImport> scans,
                                  const Progress& progress = {});

/// Attaches a label map to a series: a NIfTI, NRRD or MetaImage file, a DICOM SEG or RT Structure
/// Set file, or a folder of one volume file per structure. Looks at names, the bytes and the SEG
/// header only; LabelMapReader checks the grid. What is already attached (same SEG, same bytes) is
/// returned as it is stored.
///
/// A copied file is called "labels" plus its extension; its own name without extension becomes
/// LabelMapRecord::label, which is what LabelMapOptions::singleName wants where the catalog knows
/// it. Files of a folder keep their names, since they name structures. A detached header (.nhdr,
/// .mhd) is referenced where it lies, whatever `mode` says.
///
/// Errors: FileNotFound, NotALabelMap (path, what it is instead), NotInArchive, and as importScan.
Result<LabelMapRecord> attachLabelMap(StudyDatabase& database, std::int64_t seriesId,
                                      const std::filesystem::path& path, ImportMode mode,
                                      const Progress& progress = {});

} // namespace fovea

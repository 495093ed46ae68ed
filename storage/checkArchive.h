#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What can be wrong with an archive. What can be done about each: ArchiveRemedy.
enum class ArchiveProblemKind {
    DatabaseDamaged,    ///< SQLite cannot read all of it. subject: its message.
    IndexDamaged,       ///< Only an index of the database. subject: as above.
    BrokenReference,    ///< Rows that refer to nothing. subject: their table.
    ImageMissing,       ///< A file below the archive's folder. subject: its path there.
    ImageChanged,       ///< Its size is not the recorded one. subject: likewise.
    ImageUnreadable,    ///< No DICOM file, or of another image. Only a thorough check tells.
    LabelMapMissing,    ///< As of images.
    LabelMapChanged,    ///< Size, or for files of ours the contents, are not the recorded ones.
    ReferencedMissing,  ///< A file that lies where the user keeps it. subject: its path.
    FileUnnamed,        ///< No record names it. subject: its path below the archive's folder.
    SlicesMiscounted,   ///< A series says another number than its images. subject: "series <row>".
    EmptySeries,        ///< Without a single image. subject: "series <row>".
    EmptyStudy,         ///< Without a series. subject: "study <row>".
    PatientUnused,      ///< Without a study. subject: "patient <row>".
    AnalysisIncomplete, ///< Parts of an analysis are missing. subject: "analysis <row>".
    RegionStoreBroken,  ///< The copy that searches use is not what the database has. subject: its
                        ///< folder below the archive's.
};

/// What the program can do about a kind of problem (repairArchive()).
enum class ArchiveRemedy {
    MadeAnew,     ///< From what is sound elsewhere; nothing can be lost.
    MovedAside,   ///< Into lost+found/ below the archive; nothing is deleted.
    RecordsGo,    ///< Records of what is gone are removed, where the user agrees.
    RestoreBackup ///< Nothing but a backup, or importing again, brings it back.
};
ArchiveRemedy remedyFor(ArchiveProblemKind kind);

/// Names rows and paths; nothing of a patient but the UIDs that paths are made of.
struct ArchiveProblem {
    ArchiveProblemKind kind = ArchiveProblemKind::DatabaseDamaged;
    std::string subject;
    std::int64_t row = 0; ///< Of the table that the kind is about; 0 where it is about none.
    bool operator==(const ArchiveProblem&) const = default;
};

struct ArchiveCheckReport {
    std::vector<ArchiveProblem> problems; ///< By kind, then as they were met.
    std::size_t studies = 0;
    std::size_t files = 0;   ///< Below the archive's folder, named by records.
    std::uint64_t bytes = 0; ///< Of these.
    bool sound() const { return problems.empty(); }
};

enum class ArchiveCheckDepth {
    Quick,    ///< Database, and of files that they are there with the size they had.
    Thorough, ///< Also reads each image's header, and all of each label map.
};

/// Whether an archive is what its records say: the database's own integrity and references; every
/// file that a record names; files that none names (but those of an import under way); counts; the
/// region stores. Changes nothing but what opening an archive does (StudyDatabase::open): it may
/// be in use meanwhile. Where the database cannot be read that is the only problem told.
///
/// Errors: DatabaseNotOpened (folder; or folder, reason) where there is none, DatabaseTooNew,
/// Cancelled (polled per file).
Result<ArchiveCheckReport> checkArchive(const std::filesystem::path& folder,
                                        ArchiveCheckDepth depth, const Progress& progress = {});

} // namespace fovea

#pragma once

#include "model/domain/Analysis.h"
#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What StudyDatabase hands out and takes in: plain values. All text is UTF-8. Ids are the
// database's own (0: not stored yet); UIDs are DICOM's.

namespace fovea {

struct PatientRecord {
    std::int64_t id = 0;
    std::string name;      ///< DICOM PN, e.g. "Doe^John"; empty where the files have none.
    std::string patientId; ///< (0010,0020)
    std::string birthDate; ///< YYYYMMDD or empty.
    std::string sex;       ///< "M", "F", "O" or empty.
};

struct StudyRecord {
    std::int64_t id = 0;
    PatientRecord patient;
    std::string studyInstanceUid; ///< Empty where the files have none.
    std::string date;             ///< YYYYMMDD or empty.
    std::string time;             ///< HHMMSS or empty.
    std::string description;
    std::string accessionNumber;
    int seriesCount = 0; ///< Filled in by queries.
    int sliceCount = 0;  ///< Over all series. Filled in by queries.
    std::string addedAt; ///< UTC, "YYYY-MM-DDTHH:MM:SSZ".
};

struct SeriesRecord {
    std::int64_t id = 0;
    std::int64_t studyId = 0;
    std::string seriesInstanceUid;
    /// One SeriesInstanceUID may hold several stacks (orientation, matrix): 0 for the first.
    int part = 0;
    std::string modality;
    std::string description;
    int number = 0; ///< (0020,0011)
    std::string bodyPart;
    std::string frameOfReferenceUid;
    std::string convolutionKernel;
    std::string manufacturer;      ///< (0008,0070)
    std::string scannerModel;      ///< (0008,1090)
    int sliceCount = 0;            ///< Frames of all instances. Filled in by queries.
    Index3 size{0, 0, 0};          ///< Columns, rows, slices; slices is sliceCount.
    Vec3 spacingMm{0, 0, 0};       ///< Between columns, rows, slices; 0 where unknown.
    Vec3 rowDirection{1, 0, 0};    ///< LPS, as ScannedSeries has it.
    Vec3 columnDirection{0, 1, 0}; ///< LPS.
    bool hasLabelMap = false;      ///< Filled in by queries.
};

struct InstanceRecord {
    std::int64_t id = 0;
    std::int64_t seriesId = 0;
    std::string sopInstanceUid;
    std::string sopClassUid;
    int number = 0;          ///< (0020,0013)
    int frames = 1;          ///< Above 1 for multi-frame objects.
    double positionMm = 0.0; ///< ImagePositionPatient of the first frame along the slice normal.
    /// Absolute. Inside the archive's folder where `managed`, else where the user keeps it.
    std::filesystem::path path;
    bool managed = false;
};

enum class LabelMapKind {
    File,              ///< One NIfTI or NRRD.
    Folder,            ///< One file per structure (TotalSegmentator).
    DicomSegmentation, ///< DICOM SEG.
};

struct LabelMapRecord {
    std::int64_t id = 0;
    std::int64_t seriesId = 0;
    LabelMapKind kind = LabelMapKind::File;
    std::filesystem::path path; ///< Absolute.
    bool managed = false;
    std::string label;   ///< For people, e.g. the SEG's series description or the file's name.
    std::string source;  ///< SOPInstanceUID of a SEG, else empty. Unique within the series.
    std::string addedAt; ///< UTC, "YYYY-MM-DDTHH:MM:SSZ".
};

/// A stored analysis without its contents.
struct AnalysisRecord {
    std::int64_t id = 0;
    std::int64_t seriesId = 0;
    std::int64_t labelMapId = 0;
    std::string modelFingerprint;
    std::string createdAt; ///< UTC.
};

/// A stored analysis and what is known of where it comes from, for searching.
struct AnalysisSource {
    std::int64_t id = 0;
    std::int64_t seriesId = 0;
    std::int64_t labelMapId = 0;
    std::int64_t studyId = 0;
    std::int64_t patientId = 0;  ///< The database's, not DICOM's.
    std::string studyDate;       ///< YYYYMMDD or empty.
    std::string sex;             ///< "M", "F", "O" or empty.
    std::optional<int> ageYears; ///< On the study's date; empty where a date is missing.
    std::string bodyPart;        ///< As the series says it; often empty.
    std::string manufacturer;    ///< As the series says it; empty where it is not known.
    std::string scannerModel;    ///< Likewise.
    /// Changes whenever an analysis is stored anew, also where SQLite uses an id again.
    std::uint64_t stamp = 0;
};

/// Which studies to list. Empty fields do not restrict.
struct StudyQuery {
    /// Words that must all occur in patient name, patient id, study description, accession number
    /// or series descriptions; case-insensitive (Latin, Greek, Cyrillic), parts of words count.
    std::string text;
    std::string fromDate; ///< YYYYMMDD, inclusive. Studies without a date are then left out.
    std::string toDate;   ///< YYYYMMDD, inclusive.
    int limit = 0;        ///< 0: all.
};

} // namespace fovea

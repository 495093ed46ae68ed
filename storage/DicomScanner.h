#pragma once

#include "model/domain/Error.h"
#include "model/domain/ImageGeometry.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What a folder of DICOM files holds, read from headers alone: no pixel is touched, and nothing is
// allocated because a file declares a length. All strings are UTF-8, whatever (0008,0005) says;
// text that its declared character set cannot decode is read as ISO 8859-1, which loses nothing.

namespace fovea {

/// Where one frame of a CT image lies and how its stored values become Hounsfield units.
struct ScannedFrame {
    Vec3 positionMm{0, 0, 0}; ///< Image Position (Patient): LPS centre of the first pixel.
    double rescaleSlope = 1.0;
    double rescaleIntercept = 0.0;
    std::optional<double> sliceThicknessMm;
};

/// One CT image file. `frames` has one entry for a classic CT image, one per frame for an
/// (enhanced, legacy converted) multi-frame one.
struct ScannedInstance {
    std::filesystem::path path;
    std::string sopInstanceUid;
    std::string sopClassUid; ///< As in the file; empty where the file leaves it empty.
    std::string transferSyntaxUid;
    std::string imageType; ///< Backslash-separated, e.g. "ORIGINAL\\PRIMARY\\AXIAL".
    int instanceNumber = 0;
    std::vector<ScannedFrame> frames;
    bool rescaleStated = true; ///< False: no Rescale Slope/Intercept in the file, 1 and 0 assumed.
    int bitsAllocated = 16;
    bool signedPixels = false;
    /// Pixel Padding Value (0028,0120) and Range Limit (0028,0121) as stored values.
    std::optional<int> paddingValue;
    std::optional<int> paddingRangeLimit;
    /// The pixels went through a lossy compression at some time: (0028,2110) says so, or the
    /// transfer syntax always loses.
    bool lossy = false;
};

/// Window Center/Width as the scanner suggests them, in HU.
struct ScannedWindow {
    double centre = 40;
    double width = 400;
    std::string explanation; ///< e.g. "LUNG"; may be empty.
};

/// CT images with one Series Instance UID, one orientation, one matrix and one pixel spacing, in
/// the order of instance number, then path. A series that mixes those appears once per combination.
struct ScannedSeries {
    std::string seriesInstanceUid;
    int part = 0; ///< 0, or 0, 1, … where one series had to be split.
    int seriesNumber = 0;
    std::string description;
    std::string modality; ///< "CT"
    std::string bodyPart;
    std::string convolutionKernel;
    std::string manufacturer;
    std::string scannerModel; ///< Manufacturer's Model Name.
    std::string date;         ///< Series Date or else Acquisition Date, YYYYMMDD or empty.
    std::string frameOfReferenceUid;
    int rows = 0;
    int columns = 0;
    /// Distance between rows (along columnDirection), then between columns (along rowDirection):
    /// the order of Pixel Spacing (0028,0030).
    std::array<double, 2> pixelSpacingMm{1, 1};
    Vec3 rowDirection{1, 0, 0};    ///< Along a row: the first three of Image Orientation (Patient).
    Vec3 columnDirection{0, 1, 0}; ///< Down a column: its last three.
    std::optional<double> sliceThicknessMm;
    std::vector<ScannedWindow> windows;
    std::vector<ScannedInstance> instances;

    int frameCount() const;
};

/// A DICOM Segmentation (binary, fractional or label map) found beside the images.
struct ScannedSegmentation {
    std::filesystem::path path;
    std::string sopInstanceUid;
    std::string seriesInstanceUid;
    std::string frameOfReferenceUid;
    std::string description; ///< Series Description, else Content Label.
    std::vector<std::string> referencedSeriesUids;
    std::vector<std::string> referencedInstanceUids; ///< Source images, where named.
    std::vector<std::string> segmentLabels;
};

struct ScannedPatient {
    std::string name;      ///< As DICOM writes it: Family^Given^Middle^Prefix^Suffix; may be empty.
    std::string id;        ///< May be empty.
    std::string birthDate; ///< YYYYMMDD or empty.
    std::string sex;       ///< "M", "F", "O" or empty.
};

struct ScannedStudy {
    std::string studyInstanceUid;
    ScannedPatient patient;
    std::string date; ///< YYYYMMDD or empty.
    std::string time; ///< HHMMSS or empty.
    std::string description;
    std::string accessionNumber;
    std::vector<ScannedSeries> series;
    std::vector<ScannedSegmentation> segmentations;
};

/// A file that takes part in nothing above, and why: NotDicom, BrokenFile (with "place" as a second
/// argument where it is whole but does not say where it lies in the patient), NotCt (another
/// modality or kind of object; which is empty where the file does not say), Localizer,
/// UnsupportedPixels (not one grey 8- or 16-bit sample, or absurd dimensions), InconsistentSeries
/// (frames of one file in several orientations, or a second file with the same SOP Instance UID),
/// FileNotReadable.
struct LeftOutFile {
    std::filesystem::path path;
    Error reason;
};

struct ScanReport {
    std::vector<ScannedStudy> studies; ///< In order of first file.
    std::vector<LeftOutFile> leftOut;
    std::size_t filesSeen = 0;

    /// Series of all studies.
    std::vector<const ScannedSeries*> allSeries() const;
};

/// Reads every regular file under `folder` (or the one file it names), whatever it is called, in
/// order of path. DICOMDIR is recognised by its content and skipped without a word: the files
/// themselves are the truth. Links to folders are not followed. An image without a SOP class is
/// taken for CT when its Modality says so. Where anonymisation emptied the study or series UID, a
/// stand-in below 2.25 is made from what the files share (frame of reference, patient id, series
/// number): the same one at every scan.
///
/// Errors: FileNotFound, FileNotReadable (the folder itself), Cancelled. A folder without any CT is
/// a report without studies. Reentrant; its two threads do not show; polls `progress` per file.
Result<ScanReport> scanFolder(const std::filesystem::path& folder, const Progress& progress);

/// The same for files already known, e.g. those of one series of the archive.
Result<ScanReport> scanFiles(const std::vector<std::filesystem::path>& files,
                             const Progress& progress);

} // namespace fovea

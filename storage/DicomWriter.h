#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// Who and what examination written files belong to. UTF-8; empty fields are written empty.
struct PatientStudy {
    std::string patientName; ///< DICOM PN, e.g. "Phantom^0001".
    std::string patientId;
    std::string birthDate;        ///< YYYYMMDD
    std::string sex;              ///< "M", "F", "O" or empty.
    std::string studyInstanceUid; ///< Made from the seed where empty.
    std::string studyDate;        ///< YYYYMMDD
    std::string studyTime;        ///< HHMMSS
    std::string studyId;
    std::string studyDescription;
    std::string accessionNumber;
    std::string referringPhysician;
};

/// Where new UIDs come from: a number of 122 bits below `root`. The same root, seed and content
/// kind give the same UIDs; without a seed they are random.
struct UidSource {
    std::string root = "2.25"; ///< At most 24 characters.
    std::optional<std::uint64_t> seed;
};

struct CtSeriesOptions {
    UidSource uids;
    int seriesNumber = 1;
    std::string seriesDescription;
    std::string bodyPart = "CHEST";
    std::string protocolName;
    std::string manufacturer = "Fovea";
    std::string modelName;
    std::string convolutionKernel;
    std::optional<double> kiloVolts;
    double windowCentre = 40.0; ///< HU
    double windowWidth = 400.0; ///< HU
    /// ORIGINAL for images of a scanner; false writes DERIVED, which is what anything computed is.
    bool original = false;
};

struct WrittenInstance {
    std::filesystem::path path;
    std::string sopInstanceUid;
    int slice = 0; ///< k of the volume.
};

struct WrittenSeries {
    std::string studyInstanceUid;
    std::string seriesInstanceUid;
    std::string frameOfReferenceUid;
    std::vector<WrittenInstance> instances; ///< By k.
};

/// Writes one CT Image object per slice k into `folder` (made where missing) as
/// "<SOPInstanceUID>.dcm": explicit VR little endian, int16, rescale slope 1 intercept 0, so that
/// stored values are HU. Columns run along axes[0], rows along axes[1]; slice k lies at
/// indexToPatient({0, 0, k}). A reader that sorts by position along the slice normal finds k
/// reversed where the volume's axes are left-handed.
///
/// Errors: BadOption (root, sex, a date), FileNotWritable, DiskFull, Cancelled (polled per slice;
/// files written so far stay).
Result<WrittenSeries> writeCtSeries(const Volume& volume, const std::filesystem::path& folder,
                                    const PatientStudy& study, const CtSeriesOptions& options,
                                    const Progress& progress = {});

struct SegmentationOptions {
    UidSource uids;
    int seriesNumber = 300;
    std::string seriesDescription = "Segmentation";
    std::string contentCreator; ///< DICOM PN; may be empty.
    /// AUTOMATIC with this algorithm name; empty writes MANUAL.
    std::string algorithmName;
    /// SEMIAUTOMATIC instead of AUTOMATIC: a person changed what the algorithm made.
    bool corrected = false;
};

/// Writes the label map as one binary DICOM SEG at `file` (whole or not at all): a segment per
/// structure with its catalogued code (SCT) or, where none is known, a private one; a frame per
/// structure and slice that is not empty; functional groups, dimensions and references to the CT.
///
/// `ctFiles` are the slices of the CT on whose grid the label map lies: patient, study, frame of
/// reference, positions and SOPInstanceUIDs are read from their headers. Every slice k must have
/// its CT file within 0.1 mm, or the grid must be the one that readSeries() makes of these files
/// where it resamples them or leaves room for missing slices (else GridMismatch).
///
/// Errors: GridMismatch, NoStructures, FileNotReadable, BrokenFile, FileNotWritable, DiskFull,
/// Cancelled. Returns the SOPInstanceUID.
Result<std::string> writeSegmentation(const LabelMap& labels, const AnatomyCatalog& catalog,
                                      const std::vector<std::filesystem::path>& ctFiles,
                                      const std::filesystem::path& file,
                                      const SegmentationOptions& options,
                                      const Progress& progress = {});

} // namespace fovea

#pragma once

#include "model/domain/Progress.h"
#include "storage/DerivedOptions.h"
#include "storage/DicomBuilding.h"
#include "storage/DicomHeader.h"
#include "storage/DicomScanner.h"

#include <filesystem>
#include <string>
#include <vector>

// What DICOM objects made from a CT series share: patient and study as the CT has them, equipment,
// references to its images. Internal to storage/.

namespace fovea {

/// One image of the CT.
struct SourceImage {
    std::string sopClassUid; ///< CT Image Storage where the file leaves it empty.
    std::string sopInstanceUid;
    std::string seriesInstanceUid;
    std::vector<ScannedFrame> frames; ///< At least one.
};

/// The CT that something was made from.
struct SourceStudy {
    DicomHeader header; ///< Of one of its images.
    ScannedSeries series;
    std::string studyInstanceUid;
    double sliceSpacingMm = 1.0;     ///< Smallest distance of two slices.
    std::vector<SourceImage> images; ///< By instance number.

    /// The image whose plane the position lies in, and its frame (from 1; 0 in an image of one);
    /// null where none is within half a slice's distance, or `normal` (unit vector) is not theirs.
    struct Place {
        const SourceImage* image = nullptr;
        int frame = 0;
    };
    Place imageAt(const Vec3& positionMm, const Vec3& normal) const;
};

/// Errors: those of scanFiles(), and EmptySeries where no image can be read.
Result<SourceStudy> readSource(const std::vector<std::filesystem::path>& ctFiles,
                               const Progress& progress);

/// Patient and study as the CT has them, in UTF-8, with the character set.
void putPatientAndStudy(DcmItem& item, const DicomHeader& ct);
/// General Equipment of this program, a new series and the instance's number and time.
void putSeriesAndEquipment(DcmItem& item, const char* modality, const DerivedOptions& options,
                           const UidGenerator& uids);
/// One entry of a sequence that refers to images.
void putReferencedImage(DcmItem& item, const SourceImage& image, int frame = 0);

} // namespace fovea

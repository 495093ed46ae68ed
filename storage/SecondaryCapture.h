#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DerivedOptions.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A picture of a plane of a CT, as a reader sees it.
struct CapturedPicture {
    int width = 0;                 ///< Pixels.
    int height = 0;                ///< Pixels.
    std::vector<std::uint8_t> rgb; ///< R, G, B per pixel, rows from the top left; no padding.
    Vec3 positionMm{0, 0, 0};      ///< Any position in the plane; LPS.
    Vec3 right{1, 0, 0};           ///< Unit vector (LPS) to the picture's right.
    Vec3 down{0, 1, 0};            ///< Unit vector (LPS) to its bottom.
    double mmPerPixel = 1.0;       ///< Both ways.
    std::string description;       ///< English, e.g. "Axial slice 12, window -600/1500".
    bool hasTypedText = false;     ///< Words that a reader typed are drawn in it.
};

/// A file that was written, and what other objects call it by.
struct WrittenObject {
    std::filesystem::path path;
    std::string sopClassUid;
    std::string sopInstanceUid;
    std::string seriesInstanceUid;
};

/// Writes each picture as a Secondary Capture Image (RGB, 8 bits, uncompressed) into `folder`,
/// which exists, as "capture-001.dcm" and so on: one new series of the CT's study, with Patient
/// Orientation, Pixel Spacing and, where the picture is of a slice of the CT, that image as source.
/// Burned In Annotation says YES where typed words are in it, since nobody knows what they say.
///
/// Errors: EmptySeries and others of reading `ctFiles`, BadOption (a picture without pixels, the
/// UID root), FileNotWritable, DiskFull, Cancelled; files written so far stay.
Result<std::vector<WrittenObject>>
writeSecondaryCaptures(const std::vector<CapturedPicture>& pictures,
                       const std::vector<std::filesystem::path>& ctFiles,
                       const std::filesystem::path& folder, const DerivedOptions& options,
                       const Progress& progress = {});

/// DICOM's Patient Orientation (0020,0020) of a picture: where its rows and columns go, largest
/// part first, e.g. "L\\P"; parts below 0.1 are left out.
std::string patientOrientation(const Vec3& right, const Vec3& down);

} // namespace fovea

#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "storage/DicomScanner.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// Something a reader of the images should know about how the volume was made.
struct SeriesNote {
    enum class Kind {
        DuplicatePositions, ///< count: images left out because another lies at the same place.
        MissingSlices,      ///< count: slices that are not there; filled with -1024 HU.
        UnevenSpacing,      ///< value: the largest distance (mm) of a slice from its even place.
        TiltCorrected,      ///< value: degrees. Slices were shifted in their planes (resampled).
        UnevenResampled,    ///< value: mm between planes that uneven slices were resampled to.
        AssumedSpacing,     ///< value: mm. A single slice: its thickness, or 1, stands in.
        AssumedRescale,     ///< count: images without rescale; stored values taken for HU.
        RoundedRescale,     ///< value: a slope that is not whole; HU rounded to nearest.
        PaddingReplaced,    ///< count: padding voxels brighter than -1024 HU, set to that.
        LossyCompression,   ///< count: images that went through a lossy compression.
        RoundedValues,      ///< Volume file of floating point values, rounded to nearest.
    };
    Kind kind = Kind::DuplicatePositions;
    int count = 0;
    double value = 0.0;
};

struct VolumeWithNotes {
    VolumePtr volume;
    std::vector<SeriesNote> notes;
    std::vector<ScannedWindow> windows; ///< As the files suggest them; none in volume files.
};

/// Makes a Volume of one CT series, whatever its transfer syntax (decoded by GDCM).
///
/// Geometry: i runs along the row direction, j along the column direction, k along their cross
/// product, so that slices ascend along the normal and the axes are right-handed whatever the
/// order of files or instance numbers. Origin: centre of the first pixel of the first slice.
/// Spacing along k: mean distance of the slices.
///
/// Values: HU = slope * stored + intercept, each image with its own, rounded to nearest. Padding
/// voxels keep their value where it is at or below -1024 HU, else become -1024 (they never shine),
/// and never fall below -32768.
///
/// Resampled, with a note (SliceResampling.h says how, and what voxels then are): slices that drift
/// by more than half a pixel against the normal, since the gantry was tilted; and slices more than
/// a tenth of the spacing from their even place, where by their stated thickness nothing between
/// them is unseen. The grid is then larger than the slices, planes need not be slices, and the axes
/// are still those of the slices: whatever is measured is in the patient as before.
///
/// Refused: EmptySeries; InconsistentSeries (slices do not stack along a line); GantryTilt (a drift
/// of more than 45 degrees, which is no gantry's); UnevenSpacing (a slice more than a tenth of the
/// spacing from its even place, or more than a tenth of the slices missing, and not resampled);
/// NonIntegerRescale (slope below 1: HU would be lost); ValueOutOfRange (HU beyond int16);
/// UnsupportedPixels; BrokenFile; FileNotReadable; OutOfMemory (before anything is read, where the
/// pixels would not fit: checkMemory()); Cancelled.
///
/// Threads: reentrant; decodes on two threads of its own. `progress` is polled per slice and
/// reported from the calling thread only.
Result<VolumeWithNotes> readSeries(const ScannedSeries& series, const Progress& progress);

/// The same from the files of one series (headers are read again, a fraction of a millisecond
/// each). Every file must take part: the scan's reason for the first that does not is the error.
/// InconsistentSeries where they are not one series of one orientation, matrix and spacing.
Result<VolumeWithNotes> readSeries(const std::vector<std::filesystem::path>& files,
                                   const Progress& progress);

} // namespace fovea

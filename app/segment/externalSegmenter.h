#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Segmentation.h"
#include "model/domain/Volume.h"

#include <filesystem>
#include <string>

namespace fovea {

/// TotalSegmentator as it is installed on this computer: the program of that name on the PATH.
struct ExternalSegmenter {
    std::filesystem::path program;
    bool fast = true; ///< --fast: 3 mm instead of 1.5 mm.
};

/// Looks along the PATH. BadOption where it is not there.
Result<ExternalSegmenter> findTotalSegmentator(bool fast);

/// Changes with the program's file and the mode. The Python package behind it may be updated
/// without a change of that file, which nothing here can see.
std::string externalFingerprint(const ExternalSegmenter& segmenter);

/// Has it segment a volume, in a folder of its own that is gone afterwards: the volume is handed
/// over as "ct.nii", without anything of patient or study, and its label map is read back onto the
/// volume's grid. Blocks; any thread. Its processes end with it, and at once when it is cancelled.
///
/// BadOption ("TotalSegmentator", how it ended with what it said last): the paths of that folder
/// are left out of what it said. Cancelled; FileNotWritable, DiskFull; those of readLabelMap().
Result<Segmentation> runTotalSegmentator(const ExternalSegmenter& segmenter, const Volume& volume,
                                         const AnatomyCatalog& catalog, const Progress& progress);

} // namespace fovea

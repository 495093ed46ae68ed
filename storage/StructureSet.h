#pragma once

#include "model/domain/Result.h"
#include "storage/DicomHeader.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// One region of interest of an RT Structure Set (PS3.3 C.8.8.5, C.8.8.6).
struct ContouredRegion {
    long number = 0; ///< ROI Number.
    std::string name;
    std::string frameOfReferenceUid;
    /// Item of the RT ROI Observations that may have a code for it; null where there is none. Valid
    /// as long as the data set.
    DcmItem* observation = nullptr;
    /// Closed planar contours in LPS, mm; the last point is joined to the first.
    std::vector<std::vector<Vec3>> contours;
    std::size_t otherContours = 0; ///< Points and open lines, which enclose nothing.
};

/// The regions of a structure set in the order of its Structure Set ROI Sequence. A contour of
/// fewer than three points encloses nothing and is counted with the others. Error: BrokenFile (a
/// coordinate that is no number or further than 10 m away, or numbers that do not come in threes).
Result<std::vector<ContouredRegion>> readStructureSetRegions(const DicomHeader& header,
                                                             const std::filesystem::path& path);

} // namespace fovea

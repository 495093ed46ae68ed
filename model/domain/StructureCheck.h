#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Segmentation.h"

#include <vector>

namespace fovea {

/// What speaks against one structure of a segmentation, told from boxes and counts alone. An adult
/// patient in any position, since patient coordinates say what is left and what is up.
struct StructureCheck {
    /// It reaches the border of the scan: its volume is a lower bound, and its volume and shape may
    /// not be compared with those of whole organs.
    bool atBorder = false;
    /// Its counterpart of the other side ("…_left", "…_right") lies further on its own side.
    bool wrongSide = false;
    /// It lies below what it should lie above, or the other way round: vertebrae among each other,
    /// and lungs, heart and trachea against organs of the abdomen.
    bool outOfOrder = false;
    /// Whole and far from any adult's: less than a quarter, or more than five times, of the
    /// reference man's and woman's organs (ICRP Publication 89, 2002; blood and air included for
    /// heart and lungs). Only organs with such a reference are judged.
    bool unlikelyVolume = false;

    /// The network that made it was unsure of it (StructureConfidence::isLow()). Not told from
    /// boxes; false where no network said anything.
    bool unsure = false;

    bool isImplausible() const { return wrongSide || outOfOrder || unlikelyVolume; }
    /// Whether a reader should look before trusting what is said of it.
    bool isDoubtful() const { return isImplausible() || unsure; }
};

/// One per structure, in the order of labels.structures(). Looks at no voxel. Structures are known
/// by TotalSegmentator's names, which are the catalog's.
std::vector<StructureCheck>
checkStructures(const LabelMap& labels, const std::vector<StructureConfidence>& confidence = {});

} // namespace fovea

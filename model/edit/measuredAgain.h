#pragma once

#include "model/domain/StructureMeasure.h"
#include "model/edit/LabelPatch.h"

#include <vector>

namespace fovea {

/// What measureStructures() says of `labels`, from what it said of the map before `patch`: only
/// structures that the patch changed are measured again, inside their boxes. In the order of
/// labels.structures().
std::vector<StructureMeasure> measuredAgain(const Volume& volume, const LabelMap& labels,
                                            const std::vector<StructureMeasure>& measures,
                                            const LabelPatch& patch);

} // namespace fovea

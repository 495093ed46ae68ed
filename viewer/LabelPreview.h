#pragma once

#include "model/edit/LabelBlock.h"

#include <memory>
#include <vector>

namespace fovea {

/// Labels that slices show instead of the label map's inside a box, while an edit of them is under
/// way. Immutable and shared.
struct LabelPreview {
    LabelBlock block; ///< Inside the map's grid.
    /// Of labels in the block that the map may not have yet.
    std::vector<Structure> structures;
};

using LabelPreviewPtr = std::shared_ptr<const LabelPreview>;

} // namespace fovea

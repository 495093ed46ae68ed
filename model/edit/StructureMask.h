#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/edit/EditTarget.h"
#include "model/edit/LabelPatch.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace fovea {

/// The part of a map in which an operation on one structure works, and the structure in it as a
/// mask. What the operations of StructureOperations.h have in common.
struct StructureMask {
    LabelBlock block;
    std::vector<std::uint8_t> inside; ///< As block.labels: 1 where the structure is.

    /// The structure's box, `marginMm` wider; empty where the map does not have it.
    static std::optional<StructureMask> of(const LabelMap& map, const EditTarget& target,
                                           double marginMm);

    /// The patch that makes the structure be where `wanted` (as `inside`) is not 0: it is taken as
    /// far as the target's rule lets it, and left to background elsewhere.
    LabelPatch patchTo(const LabelMap& map, const EditTarget& target,
                       const std::vector<std::uint8_t>& wanted) const;
};

/// BadOption unless 0 < mm <= maxOperationMm.
Status checkSize(double mm);

/// Runs an operation; what runs out of memory becomes an Error.
Result<LabelPatch> guardedOperation(const std::function<Result<LabelPatch>()>& operation);

} // namespace fovea

#include "model/edit/StructureMask.h"

#include "model/edit/StructureOperations.h"

#include <new>

namespace fovea {

std::optional<StructureMask> StructureMask::of(const LabelMap& map, const EditTarget& target,
                                               double marginMm)
{
    const Structure* structure = map.structure(target.label());
    if (target.label() == 0 || !structure)
        return std::nullopt;
    StructureMask mask;
    mask.block =
        readBlock(map, padded({structure->low, structure->high}, map.geometry(), marginMm));
    mask.inside.resize(mask.block.labels.size());
    for (std::size_t n = 0; n < mask.inside.size(); ++n)
        mask.inside[n] = mask.block.labels[n] == target.label() ? 1 : 0;
    return mask;
}

LabelPatch StructureMask::patchTo(const LabelMap& map, const EditTarget& target,
                                  const std::vector<std::uint8_t>& wanted) const
{
    LabelBlock after = block;
    for (std::size_t n = 0; n < wanted.size(); ++n) {
        std::uint16_t& label = after.labels[n];
        if (wanted[n] && target.mayTake(label))
            label = target.label();
        else if (!wanted[n] && label == target.label())
            label = 0;
    }
    return differences(map.geometry(), block, after, structuresWith(map, target));
}

Status checkSize(double mm)
{
    if (mm > 0 && mm <= maxOperationMm)
        return Done{};
    return makeError(ErrorCode::BadOption, {"size", "above 0 and at most 50 mm"});
}

Result<LabelPatch> guardedOperation(const std::function<Result<LabelPatch>()>& operation)
{
    try {
        return operation();
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"segmentation"});
    }
}

} // namespace fovea

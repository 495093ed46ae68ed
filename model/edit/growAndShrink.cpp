#include "model/edit/DistanceField.h"
#include "model/edit/StructureMask.h"
#include "model/edit/StructureOperations.h"

namespace fovea {

namespace {

/// Distances are rounded to float: a voxel exactly `mm` away is within it.
float limitOf(double mm)
{
    return static_cast<float>(mm * mm * (1 + 1e-5));
}

} // namespace

Result<LabelPatch> growStructure(const LabelMap& map, const EditTarget& target, double mm,
                                 const Progress& progress)
{
    if (const Status size = checkSize(mm); !size)
        return size.error();
    return guardedOperation([&]() -> Result<LabelPatch> {
        const auto mask = StructureMask::of(map, target, mm);
        if (!mask)
            return LabelPatch{};
        const std::vector<float> away = squaredDistances(mask->inside, mask->block.box.size(),
                                                         map.geometry().spacingMm, progress);
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        std::vector<std::uint8_t> wanted(mask->inside.size());
        for (std::size_t n = 0; n < wanted.size(); ++n)
            wanted[n] = away[n] <= limitOf(mm) ? 1 : 0;
        return mask->patchTo(map, target, wanted);
    });
}

Result<LabelPatch> shrinkStructure(const LabelMap& map, const EditTarget& target, double mm,
                                   const Progress& progress)
{
    if (const Status size = checkSize(mm); !size)
        return size.error();
    return guardedOperation([&]() -> Result<LabelPatch> {
        // One voxel around shows what is next to the structure; further out is never nearer.
        const auto mask = StructureMask::of(map, target, 0);
        if (!mask)
            return LabelPatch{};
        std::vector<std::uint8_t> wanted(mask->inside.size());
        for (std::size_t n = 0; n < wanted.size(); ++n)
            wanted[n] = mask->inside[n] ? 0 : 1;
        const std::vector<float> away =
            squaredDistances(wanted, mask->block.box.size(), map.geometry().spacingMm, progress);
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        for (std::size_t n = 0; n < wanted.size(); ++n)
            wanted[n] = away[n] > limitOf(mm) ? 1 : 0;
        return mask->patchTo(map, target, wanted);
    });
}

} // namespace fovea

#include "viewer/slice/SliceProbe.h"

#include <algorithm>
#include <cmath>

namespace fovea {

SliceProbe probeSlice(const ViewState& state, const Vec3& positionMm, const Vec3& normal,
                      const Slab& slab)
{
    SliceProbe probe;
    probe.positionMm = positionMm;
    const VolumePtr& volume = state.volume.get();
    if (!volume)
        return probe;
    if (const auto hu = slabHu(*volume, positionMm, normal, slab))
        probe.hu = static_cast<int>(std::lround(*hu));
    const Vec3 at = volume->geometry().patientToIndex(positionMm);
    Index3 index{};
    for (int a = 0; a < 3; ++a)
        index[a] = static_cast<int>(std::floor(std::clamp(at[a], -1e6, 1e6) + 0.5));
    const LabelMapPtr& labels = state.labels.get();
    if (!labels || !volume->geometry().contains(index))
        return probe;
    probe.label = labels->at(index);
    if (const Structure* structure = labels->structure(probe.label))
        probe.anatomyId = structure->anatomyId;
    return probe;
}

} // namespace fovea

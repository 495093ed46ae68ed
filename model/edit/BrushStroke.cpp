#include "model/edit/BrushStroke.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr int roomAround =
    24; ///< Voxels, so that a block grows a few times per stroke, not always.

/// Half the width of a voxel along a direction: planes closer to its centre than that cut it.
double halfWidthMm(const ImageGeometry& geometry, const Vec3& direction)
{
    double width = 0;
    for (int a = 0; a < 3; ++a)
        width += std::abs(dot(direction, geometry.axes[a])) * geometry.spacingMm[a];
    return width / 2;
}

/// The grid axis that runs along the direction, or -1 for an oblique one.
int axisAlong(const ImageGeometry& geometry, const Vec3& direction)
{
    // A degree and a half: what a slice widget shows as one slice of the grid is painted as one.
    constexpr double nearlyOne = 0.9997;
    for (int a = 0; a < 3; ++a) {
        if (std::abs(dot(direction, geometry.axes[a])) > nearlyOne)
            return a;
    }
    return -1;
}

} // namespace

BrushStroke::BrushStroke(LabelMapPtr map, VolumePtr volume, const BrushSettings& settings,
                         const Vec3& normal, std::shared_ptr<const LabelBlock> pending)
    : m_map(std::move(map))
    , m_volume(std::move(volume))
    , m_settings(settings)
    , m_normal(normal)
    , m_pending(std::move(pending))
{
    if (m_pending)
        m_before = m_after = *m_pending;
}

Result<BrushStroke> BrushStroke::begin(LabelMapPtr map, VolumePtr volume,
                                       const BrushSettings& settings, const Vec3& normal,
                                       std::shared_ptr<const LabelBlock> pending)
{
    if (!map || !volume || map->geometry().size != volume->geometry().size)
        return makeError(ErrorCode::GridMismatch, {"size"});
    if (!(settings.radiusMm > 0) || settings.radiusMm > maxBrushRadiusMm)
        return makeError(ErrorCode::BadOption, {"radius", "between 0 and 100 mm"});
    if (settings.range && settings.range->low > settings.range->high)
        return makeError(ErrorCode::BadOption, {"range", "its lower end lies above its upper end"});
    if (settings.action != BrushSettings::Action::EraseAll && settings.target.label() == 0)
        return makeError(ErrorCode::BadOption, {"structure", "none is chosen"});
    return BrushStroke(std::move(map), std::move(volume), settings, normal, std::move(pending));
}

bool BrushStroke::moveTo(const Vec3& positionMm)
{
    if (!m_last) {
        m_last = positionMm;
        return dab(positionMm);
    }
    const Vec3 from = *m_last;
    const double length = norm(positionMm - from);
    const auto& spacing = m_map->geometry().spacingMm;
    // Dabs a third of the radius apart: the scallops between them are below a fiftieth of it.
    const double step =
        std::max(m_settings.radiusMm / 3, std::min({spacing[0], spacing[1], spacing[2]}) / 2);
    const int steps = std::max(1, static_cast<int>(std::ceil(length / step)));
    bool changed = false;
    for (int n = 1; n <= steps; ++n)
        changed = dab(from + (positionMm - from) * (double(n) / steps)) || changed;
    m_last = positionMm;
    return changed;
}

LabelPatch BrushStroke::patch() const
{
    return differences(m_map->geometry(), m_before, m_after,
                       structuresWith(*m_map, m_settings.target));
}

void BrushStroke::makeRoomFor(const IndexBox& box)
{
    if (united(m_after.box, box) == m_after.box)
        return;
    IndexBox wanted = box;
    for (int a = 0; a < 3; ++a) {
        wanted.low[a] = std::max(0, box.low[a] - roomAround);
        wanted.high[a] = std::min(m_map->geometry().size[a] - 1, box.high[a] + roomAround);
    }
    wanted = united(m_after.box, wanted);
    LabelBlock before = readBlock(*m_map, wanted);
    if (m_pending)
        overlay(before, *m_pending);
    LabelBlock after = before;
    overlay(after, m_after);
    m_before = std::move(before);
    m_after = std::move(after);
}

bool BrushStroke::take(std::uint16_t& label, std::size_t mapOffset) const
{
    if (m_settings.range) {
        const int hu = m_volume->voxels()[mapOffset];
        if (hu < m_settings.range->low || hu > m_settings.range->high)
            return false;
    }
    std::uint16_t wanted = 0;
    switch (m_settings.action) {
    case BrushSettings::Action::Paint:
        if (!m_settings.target.mayTake(label))
            return false;
        wanted = m_settings.target.label();
        break;
    case BrushSettings::Action::Erase:
        if (label != m_settings.target.label())
            return false;
        break;
    case BrushSettings::Action::EraseAll:
        break;
    }
    if (label == wanted)
        return false;
    label = wanted;
    return true;
}

bool BrushStroke::dab(const Vec3& positionMm)
{
    const ImageGeometry& geometry = m_map->geometry();
    const Vec3 at = geometry.patientToIndex(positionMm);
    Index3 under{};
    IndexBox box;
    for (int a = 0; a < 3; ++a) {
        if (!(std::abs(at[a]) < 1e6))
            return false;
        const double reach = m_settings.radiusMm / geometry.spacingMm[a];
        under[a] = static_cast<int>(std::floor(at[a] + 0.5));
        box.low[a] = std::min(under[a], static_cast<int>(std::ceil(at[a] - reach)));
        box.high[a] = std::max(under[a], static_cast<int>(std::floor(at[a] + reach)));
    }
    const bool disc = m_settings.shape == BrushSettings::Shape::Disc;
    const int flat = disc ? axisAlong(geometry, m_normal) : -1;
    if (flat >= 0) // The very slice that is shown there.
        box.low[flat] = box.high[flat] = under[flat];
    box = intersected(
        box, {{0, 0, 0}, {geometry.size[0] - 1, geometry.size[1] - 1, geometry.size[2] - 1}});
    if (box.empty())
        return false;
    makeRoomFor(box);

    const double halfLayer = halfWidthMm(geometry, m_normal);
    const double radius2 = m_settings.radiusMm * m_settings.radiusMm;
    bool changed = false;
    for (int k = box.low[2]; k <= box.high[2]; ++k) {
        for (int j = box.low[1]; j <= box.high[1]; ++j) {
            std::size_t inBlock = m_after.offset({box.low[0], j, k});
            std::size_t inMap = geometry.offset({box.low[0], j, k});
            for (int i = box.low[0]; i <= box.high[0]; ++i, ++inBlock, ++inMap) {
                const Index3 index{i, j, k};
                Vec3 mm{};
                double through = 0;
                for (int a = 0; a < 3; ++a) {
                    mm[a] = a == flat ? 0.0 : (index[a] - at[a]) * geometry.spacingMm[a];
                    through += mm[a] * dot(geometry.axes[a], m_normal);
                }
                double distance2 = dot(mm, mm);
                if (disc && flat < 0) {
                    if (!(through > -halfLayer && through <= halfLayer))
                        continue;
                    distance2 -= through * through;
                }
                if (distance2 <= radius2 || index == under)
                    changed = take(m_after.labels[inBlock], inMap) || changed;
            }
        }
    }
    return changed;
}

} // namespace fovea

#pragma once

#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/edit/EditTarget.h"
#include "model/edit/LabelPatch.h"

#include <memory>
#include <optional>

namespace fovea {

/// What a brush does to the voxels under it.
struct BrushSettings {
    enum class Action {
        Paint,    ///< Makes them the target structure.
        Erase,    ///< Makes the target structure's background.
        EraseAll, ///< Makes everything background.
    };
    enum class Shape {
        Disc,  ///< One layer of voxels in the plane of the slice that is painted on.
        Sphere ///< All around.
    };
    Action action = Action::Paint;
    Shape shape = Shape::Sphere;
    EditTarget target;
    /// In patient space, so that unequal spacing makes no ellipsoid. In (0, maxBrushRadiusMm]; the
    /// voxel under the pointer is always taken.
    double radiusMm = 5.0;
    /// Only voxels from low to high HU, both inclusive; empty: all.
    struct HuRange {
        int low = 0;
        int high = 0;
    };
    std::optional<HuRange> range;
};

inline constexpr double maxBrushRadiusMm = 100.0;

/// One stroke from press to release. Works on a copy of the part of the map that it touches; the
/// map stays as it is until the patch is applied. One thread at a time.
class BrushStroke {
public:
    /// `normal` is the unit normal (LPS) of the slice that is painted on, for discs. `pending` are
    /// labels that the map will have soon (earlier strokes that are being applied); may be null.
    /// Errors: BadOption (radius, range, label); GridMismatch (volume and map differ in size).
    static Result<BrushStroke> begin(LabelMapPtr map, VolumePtr volume,
                                     const BrushSettings& settings, const Vec3& normal,
                                     std::shared_ptr<const LabelBlock> pending = nullptr);

    /// The brush goes straight from where it was last to here; the first call puts it down. Patient
    /// position, LPS mm. True where that changed a voxel.
    bool moveTo(const Vec3& positionMm);

    /// All that is shown instead of the map: what was pending and what the stroke changed.
    const LabelBlock& block() const { return m_after; }
    /// What the stroke alone changed.
    LabelPatch patch() const;

private:
    BrushStroke(LabelMapPtr map, VolumePtr volume, const BrushSettings& settings,
                const Vec3& normal, std::shared_ptr<const LabelBlock> pending);

    bool dab(const Vec3& positionMm);
    void makeRoomFor(const IndexBox& box);
    bool take(std::uint16_t& label, std::size_t mapOffset) const;

    LabelMapPtr m_map;
    VolumePtr m_volume;
    BrushSettings m_settings;
    Vec3 m_normal;
    std::shared_ptr<const LabelBlock> m_pending;
    LabelBlock m_before; ///< Same box as m_after.
    LabelBlock m_after;
    std::optional<Vec3> m_last;
};

} // namespace fovea

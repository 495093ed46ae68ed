#pragma once

#include "model/domain/Anatomy.h"

#include <utility>
#include <vector>

namespace fovea {

/// What a Hounsfield value looks like in a volume rendering, at one node of a transfer function.
struct TransferPoint {
    double hu = 0;
    double opacity = 0; ///< Of one millimetre, in [0, 1].
    Rgb colour{255, 255, 255};
    bool operator==(const TransferPoint&) const = default;
};

/// Opacity and colour by Hounsfield unit: linear between its points, constant beyond the ends.
struct TransferFunction {
    /// What every function spans: the values a CT can hold.
    static constexpr double lowestHu = -1024;
    static constexpr double highestHu = 3071;

    std::vector<TransferPoint> points; ///< By rising HU, no two at one; at least two.

    /// 0 without points.
    double opacityAt(double hu) const;
    /// White without points.
    Rgb colourAt(double hu) const;

    bool operator==(const TransferFunction&) const = default;
};

/// Where volume rendering starts from.
enum class VolumePreset { Bone, Lung, Vessels, Skin, Airways, SoftTissue };

/// All of them, in the order of menus.
inline constexpr VolumePreset volumePresets[] = {VolumePreset::Bone,    VolumePreset::Lung,
                                                 VolumePreset::Airways, VolumePreset::Vessels,
                                                 VolumePreset::Skin,    VolumePreset::SoftTissue};

TransferFunction presetFunction(VolumePreset preset);

/// How the volume is rendered: a preset as it comes, or what a reader made of it.
struct VolumeLook {
    VolumePreset preset = VolumePreset::Bone;
    TransferFunction function;

    // NOLINTNEXTLINE(google-explicit-constructor): a preset is a look.
    VolumeLook(VolumePreset from)
        : preset(from)
        , function(presetFunction(from))
    {
    }
    VolumeLook(VolumePreset from, TransferFunction own)
        : preset(from)
        , function(std::move(own))
    {
    }
    bool isChanged() const { return function != presetFunction(preset); }
    bool operator==(const VolumeLook&) const = default;
};

} // namespace fovea

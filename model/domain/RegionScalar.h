#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fovea {

/// What is measured of a region without any model.
enum class ScalarKind {
    VolumeMl,     ///< Of its voxels.
    MeanHu,       ///< Over its voxels.
    LowDensity,   ///< Share, 0 to 1, of lung voxels below -950 HU: the usual CT index of emphysema
                  ///< (Gevenois et al., AJRCCM 1996), meant for thin slices in full inspiration.
    HighDensityMl ///< Of voxels above 130 HU in heart and aorta (Agatston's threshold, JACC 1990):
                  ///< calcium, unless the study has contrast medium, which this cannot tell.
};

inline constexpr double lowDensityHu = -950.0;
inline constexpr double highDensityHu = 130.0;

struct RegionScalar {
    std::string anatomyId;
    ScalarKind kind = ScalarKind::VolumeMl;
    double value = 0.0;
    bool operator==(const RegionScalar&) const = default;
};

/// Stable key, e.g. "volume_ml", and back.
std::string_view scalarId(ScalarKind kind);
std::optional<ScalarKind> scalarKind(std::string_view id);

} // namespace fovea

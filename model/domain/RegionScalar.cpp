#include "model/domain/RegionScalar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fovea {

namespace {

constexpr std::array<std::pair<ScalarKind, std::string_view>, 4> ids{{
    {ScalarKind::VolumeMl, "volume_ml"},
    {ScalarKind::MeanHu, "mean_hu"},
    {ScalarKind::LowDensity, "below_minus_950_hu"},
    {ScalarKind::HighDensityMl, "above_130_hu_ml"},
}};

} // namespace

std::string_view scalarId(ScalarKind kind)
{
    return std::ranges::find(ids, kind, &std::pair<ScalarKind, std::string_view>::first)->second;
}

std::optional<ScalarKind> scalarKind(std::string_view id)
{
    const auto found = std::ranges::find(ids, id, &std::pair<ScalarKind, std::string_view>::second);
    return found == ids.end() ? std::nullopt : std::optional(found->first);
}

} // namespace fovea

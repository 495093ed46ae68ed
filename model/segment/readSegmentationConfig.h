#pragma once

#include "model/domain/Result.h"
#include "model/segment/SegmentationConfig.h"

#include <string_view>

namespace fovea {

/// What nnU-Net's plans.json and dataset.json say of one configuration, in the older form (flat
/// keys, nnU-Net 2.0 to 2.2) or the newer one (`architecture`), after following `inherits_from`.
///
/// ModelBroken (file, what): not JSON, a member that is missing or not what it should be, sizes
/// beyond what a network can be, and everything that this program does not do, by name: other
/// networks, operators or normalisations, several input channels, regions, cascades, 2-D, other
/// resampling functions. Nothing is allocated by declared sizes.
Result<SegmentationConfig> readSegmentationConfig(std::string_view plans, std::string_view dataset,
                                                  std::string_view configuration);

} // namespace fovea

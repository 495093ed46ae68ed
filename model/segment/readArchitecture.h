#pragma once

#include "model/segment/PlansNode.h"
#include "model/segment/SegmentationConfig.h"

namespace fovea {

/// The network that a resolved configuration of plans.json describes, in either form, into the
/// network's members of `config` (but not `classes`). Throws BadPlans.
void readArchitecture(const PlansNode& configuration, SegmentationConfig& config);

} // namespace fovea

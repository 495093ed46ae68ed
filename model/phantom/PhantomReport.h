#pragma once

#include "model/phantom/ChestFindings.h"
#include "model/phantom/ChestParameters.h"
#include "model/phantom/Phantom.h"

#include <vector>

namespace fovea {

/// The findings that are really drawn: planned, and with a place that could be found.
std::vector<PhantomFinding> listFindings(const ChestParameters& chest, const ChestFindings& drawn);

/// What a radiologist would write of lung, heart, esophagus and aorta, in that order. A normal
/// anatomy has an empty text (nothing said) or a sentence that says so. Deterministic for the
/// chest's seed.
std::vector<PhantomRegionText> writeReport(const ChestParameters& chest,
                                           const ChestFindings& drawn);

} // namespace fovea

#pragma once

#include "app/work/tuning/compareTunings.h"

namespace fovea {

/// Fills in the means of a row from its judgement.
void summarise(TuneComparisonRow& row);

} // namespace fovea

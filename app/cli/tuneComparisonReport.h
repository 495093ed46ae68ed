#pragma once

#include "app/work/tuning/compareTunings.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace fovea {

/// A table of the rows, and below it what speaks against using each of the models.
QString tuneComparisonText(const std::vector<TuneComparisonRow>& rows);

/// [{…}, …] with the members of TuneComparisonRow, of the judgement only "refusals": [{"what",
///  "benchmark", "anatomy", "finding", "before", "after", "p" (after Holm where it applies; null:
///  not tested), "count", "text"}]. What is empty is null.
nlohmann::json tuneComparisonJson(const std::vector<TuneComparisonRow>& rows);

} // namespace fovea

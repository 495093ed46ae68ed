#pragma once

#include "app/work/tuning/TuningSet.h"
#include "model/evaluate/TuningJudgement.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace fovea {

/// A table of findings with how many studies say what, and everything that is wrong.
QString tuningSetText(const TuningSet& set);

/// {"studies": {"training", "validation", "test"}, "findings": [{"anatomy", "finding", "training":
///  {"present", "absent", "unknown"}, "validation": …, "test": …}], "problems": [{"problem",
///  "arguments": […], "text"}], "usable": bool}
nlohmann::json tuningSetJson(const TuningSet& set);

/// Tables of both sets, before against after, and what speaks against the model.
QString judgementText(const TuningJudgement& judgement);

} // namespace fovea

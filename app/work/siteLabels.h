#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/Evaluation.h"
#include "storage/StudyDatabase.h"

#include <filesystem>

namespace fovea {

/// What a site calibrates a model with.
struct SiteLabels {
    std::vector<FindingCases> findings; ///< Those with at least one label.
    std::size_t patients = 0;
    std::size_t withoutScore = 0; ///< Rows of a table whose study the model has not scored here.
};

/// Findings that readers accepted or rejected.
Result<SiteLabels> labelsFromVerdicts(const StudyDatabase& database, const ModelInfo& model);

/// Those of a CSV table (ValueTable.h): the first column names a study by StudyInstanceUID, the
/// others a finding of the model, as "finding" or "anatomy/finding". Errors: those of
/// readValueTable(), TableColumnUnknown (file, column, model), TableNoCommonRow (no study of the
/// archive that the model has scored).
Result<SiteLabels> labelsFromTable(const StudyDatabase& database, const ModelInfo& model,
                                   const std::filesystem::path& table);

} // namespace fovea

#pragma once

#include "model/domain/Result.h"
#include "model/engine/ObjectiveComparison.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <vector>

namespace fovea {

/// A comparison as a table for people.
QString comparisonText(const ObjectiveComparison& comparison);
/// The same rows as CSV, with a heading; a value that does not exist is an empty cell.
std::string comparisonCsv(const ObjectiveComparison& comparison);

/// Runs, or rows, as CompareCommand.h describes them.
nlohmann::json runsJson(const std::vector<ComparisonRun>& runs);
nlohmann::json rowsJson(const std::vector<ComparisonRow>& rows);

/// The runs of a file of before; none where there is no file. BadOption where its settings are
/// others; MetadataBroken.
Result<std::vector<ComparisonRun>> readRuns(const std::filesystem::path& file,
                                            const nlohmann::json& settings);

} // namespace fovea

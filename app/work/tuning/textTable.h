#pragma once

#include "app/work/tuning/TuningSet.h"

#include <string>

namespace fovea {

/// What is said of each anatomy of each study, as a CSV of study, anatomy and text that
/// readStudyTexts() reads: to be corrected by a person and given back. Studies are named by
/// StudyInstanceUID. Anatomies of which nothing is said are left out. Errors of the database.
Result<std::string> textTable(const StudyDatabase& database, const TuningSet& set);

/// A cell of a CSV, in quotes (RFC 4180).
std::string quotedCell(const std::string& text);

} // namespace fovea

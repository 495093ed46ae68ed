#pragma once

#include "model/domain/Progress.h"
#include "storage/StudyDatabase.h"

#include <vector>

namespace fovea {

/// What the archive's series were made with. Series that were stored by a version that did not read
/// it are looked up first, from the header of one of their files each, and stored; those whose
/// files cannot be read now stay unknown. May take long the first time. Errors of the database,
/// Cancelled.
Result<std::vector<Scanner>> knownScanners(StudyDatabase& database, const Progress& progress);

} // namespace fovea

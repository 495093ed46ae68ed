#pragma once

#include "app/export/exportResults.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fovea {

/// Says in the archive's audit log of each part that is written that it left, once for every study.
/// The log is opened here, so that an export whose parts could not be noted does not begin; what
/// cannot be noted does not stay (PartWritten). Errors: those of the log. Used off the GUI thread.
Result<PartWritten> exportNotes(const std::filesystem::path& archiveFolder,
                                std::vector<std::int64_t> studyIds);

} // namespace fovea

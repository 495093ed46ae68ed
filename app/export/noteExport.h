#pragma once

#include "app/export/exportResults.h"

#include <cstdint>
#include <filesystem>
#include <set>

namespace fovea {

/// Says in the archive's audit log that parts of a study are about to leave it (`studyId` 0: of
/// several studies). Noted before anything is written, so that nothing leaves unnoted. Errors:
/// those of the log. Not for the GUI thread.
Status noteExport(const std::filesystem::path& archiveFolder, std::int64_t studyId,
                  const std::set<ExportPart>& parts);

} // namespace fovea

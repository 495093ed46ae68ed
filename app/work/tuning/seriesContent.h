#pragma once

#include "model/domain/Progress.h"
#include "storage/StudyDatabase.h"

#include <cstdint>
#include <string>

namespace fovea {

/// Tells images apart, whatever names and UIDs they carry: a hash of the voxels of the series'
/// middle file (noise does not repeat, so that one slice is enough). Errors: NotInArchive, those of
/// readSeries().
Result<std::string> seriesContent(const StudyDatabase& database, std::int64_t seriesId,
                                  const Progress& progress);

} // namespace fovea

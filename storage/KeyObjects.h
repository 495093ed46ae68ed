#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DerivedOptions.h"
#include "storage/SecondaryCapture.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A plane that a reader marked.
struct KeyPlane {
    Vec3 positionMm{0, 0, 0}; ///< In it; LPS.
    Vec3 normal{0, 0, 1};     ///< Unit vector, LPS.
};

/// Writes a Key Object Selection Document (TID 2010, "Of Interest") at `file`, whole or not at all.
/// It refers to the CT images that `planes` lie on, each once, and to `captures`, pictures of the
/// same study that writeSecondaryCaptures() wrote; planes across the slices have a picture alone.
/// `description`: free text, may be empty.
///
/// Errors: BadOption ("key images", why) where there is nothing to refer to; else as
/// writeMeasurementReport(). Returns the SOPInstanceUID.
Result<std::string> writeKeyObjects(const std::vector<KeyPlane>& planes,
                                    const std::vector<WrittenObject>& captures,
                                    const std::vector<std::filesystem::path>& ctFiles,
                                    const std::string& description,
                                    const std::filesystem::path& file,
                                    const DerivedOptions& options, const Progress& progress = {});

} // namespace fovea

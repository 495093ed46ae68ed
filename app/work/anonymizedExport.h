#pragma once

#include "storage/StudyDatabase.h"
#include "storage/anonymize/Anonymizer.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// The files of studies of the archive in the order in which an export numbers them: by study as
/// asked for, series, position, then the series' segmentations. Errors: those of the archive.
Result<std::vector<std::filesystem::path>> studyFiles(const StudyDatabase& archive,
                                                      const std::vector<std::int64_t>& studyIds);

/// anonymizeFiles() of studies of the archive, noted in its audit log for each study of which there
/// is a copy: what cannot be noted does not stay.
Result<AnonymizeSummary>
exportAnonymized(const StudyDatabase& archive, const std::vector<std::int64_t>& studyIds,
                 const std::filesystem::path& target, const AnonymizeOptions& options,
                 const Pseudonyms& pseudonyms, const Progress& progress = {});

} // namespace fovea

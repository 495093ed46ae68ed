#pragma once

#include "model/domain/FindingReading.h"
#include "storage/StudyDatabase.h"

namespace fovea {

/// What the archive adds to `context`, with which a study's analysis is read: where its scores and
/// measured scalars lie among those of other studies, how unusual its regions are, and the site's
/// own calibration of the model. Not for the GUI thread; may take a second in a large archive.
/// Errors of the database, and of a site's calibration that cannot be read.
Result<ReadingContext> readInArchive(const StudyDatabase& database, std::int64_t studyId,
                                     const StudyAnalysis& analysis, ReadingContext context);

} // namespace fovea

#pragma once

#include "app/compare/chooseSeries.h"
#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <vector>

namespace fovea {

/// A series and all series of its patient in the archive, its own study's among them.
struct PatientHistory {
    PatientSeries open;
    std::vector<PatientSeries> series; ///< Newest study first.
};

/// Reads no image. Errors: NotInArchive and DatabaseFailed. Reentrant; not for the GUI thread.
Result<PatientHistory> patientHistory(const StudyDatabase& database, std::int64_t seriesId);

} // namespace fovea

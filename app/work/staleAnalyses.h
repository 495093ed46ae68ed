#pragma once

#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// What another model has analysed and the one in use has not: searches and percentiles, which know
// one model alone, do not find it. No Qt.

namespace fovea {

/// A series with the label map that was added to it last.
struct StaleSeries {
    std::int64_t seriesId = 0;
    std::int64_t labelMapId = 0;
};

struct StaleAnalyses {
    std::vector<StaleSeries> series; ///< In the order of StudyDatabase::studies().
    int studies = 0;                 ///< That they are of.
    /// That analysing one took before, of a few of them; 0 where there are none.
    double secondsEach = 0;
};

/// Series that some model has analysed, but not this one with the newest label map. Errors of the
/// database.
Result<StaleAnalyses> staleAnalyses(const StudyDatabase& database,
                                    const std::string& modelFingerprint);

/// Whose analyses a person wants for all of the archive, so that a program that was ended half way
/// goes on with it: `<archive>/reanalysis`. Empty: no model's.
Result<std::string> reanalysisModel(const std::filesystem::path& archiveFolder);
/// Empty: no model's any more.
Status setReanalysisModel(const std::filesystem::path& archiveFolder,
                          const std::string& modelFingerprint);

} // namespace fovea

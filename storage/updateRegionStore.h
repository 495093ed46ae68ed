#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

struct RegionStoreUpdate {
    std::size_t added = 0;   ///< Analyses.
    std::size_t removed = 0; ///< Likewise; a changed one is removed and added.
    bool begunAnew = false;  ///< There was no store, it was broken, or half of it was dead.
};

/// Makes the store of a model say what the database says: `analyses` is its currentAnalyses().
/// Nothing is written where nothing changed. Readers are not disturbed (RegionStore). Errors: those
/// of the database and of RegionStore, Cancelled (what was added so far stays).
Result<RegionStoreUpdate> updateRegionStore(const StudyDatabase& database,
                                            const std::string& modelFingerprint,
                                            const std::vector<AnalysisSource>& analyses,
                                            const Progress& progress);

} // namespace fovea

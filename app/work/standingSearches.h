#pragma once

#include "app/work/RegionSearcher.h"
#include "storage/SearchRecords.h"

#include <vector>

namespace fovea {

/// Compares the regions of a study that was analysed a moment ago with every standing search of
/// this model, and marks the study in the archive for those that its best region reaches the margin
/// of. Answers the marks that it made or that were there before. On the thread that asks the
/// engine. A search that cannot be understood any more marks nothing.
Result<std::vector<SearchMark>> markStudy(StudyDatabase& database, Engine& engine,
                                          RegionSearcher& searcher, std::int64_t studyId,
                                          const Progress& progress);

} // namespace fovea

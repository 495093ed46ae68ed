#pragma once

#include "app/export/exportResults.h"
#include "app/work/gatherResults.h"

namespace fovea {

struct StudyTablesWritten {
    std::vector<std::filesystem::path> files; ///< None where there was no series to write of.
    std::size_t series = 0;                   ///< In the tables.
    std::vector<LeftOutSeries> leftOut;       ///< Not in them.
};

/// Writes the tables of the request (Csv, Json) of all CT series of these studies, as the archive
/// has them, and notes in its audit log that they left. Nothing is written before everything was
/// read, which takes seconds a series. `model` as in loadResults().
///
/// Errors: those of loadResultsOfStudies() and exportTables(); a file that is there is told before
/// anything is read; where no series at all can be read, the reason of the first.
Result<StudyTablesWritten>
exportStudyTables(const StudyDatabase& database, const std::vector<std::int64_t>& studyIds,
                  const AnatomyCatalog& catalog, const std::optional<ResultsModel>& model,
                  const ExportRequest& request, const Progress& progress);

} // namespace fovea

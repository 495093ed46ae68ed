#pragma once

#include "app/work/tuning/StudyFinder.h"
#include "app/work/tuning/StudyTexts.h"
#include "app/work/tuning/TuningSet.h"

#include <cstdint>
#include <map>
#include <vector>

namespace fovea {

/// What reports, table and verdicts say, study by study.
struct StudyEvidences {
    std::map<std::int64_t, StudyEvidence>
        studies;                          ///< By id, also of studies that nobody asked for.
    std::set<std::int64_t> notUnderstood; ///< With a report in which no anatomy is recognised.
    std::vector<TuningProblem> problems;  ///< Of rows and files.
};

/// Reads the files of a request. `pasted` (pastedReports.h) stand for all that a study's report
/// says, unless the request's corrections have a whole text of it. Verdicts are not in it. Errors:
/// those of reading; TableColumnUnknown.
Result<StudyEvidences> readEvidences(const TuningRequest& request,
                                     const std::vector<StudyText>& pasted,
                                     const StudyFinder& finder, const ReportRules& rules);

/// What `report` becomes where `text` stands for all it says of one anatomy.
void correctReport(DecomposedReport& report, const std::string& anatomyId, const std::string& text,
                   const ReportRules& rules);

} // namespace fovea

#include "app/work/tuning/TuningProblem.h"

#include <array>

namespace fovea {

const char* tuningProblemId(TuningProblem::Code code)
{
    constexpr std::array ids{"no_series",
                             "no_label_map",
                             "series_unreadable",
                             "duplicate_study",
                             "study_without_report",
                             "report_not_understood",
                             "study_without_labels",
                             "labels_disagree",
                             "study_without_split",
                             "patient_in_two_splits",
                             "row_without_study",
                             "row_ambiguous",
                             "row_repeated",
                             "phantoms_among_patients",
                             "nothing_known",
                             "one_sided",
                             "too_few_cases",
                             "too_few_studies"};
    static_assert(ids.size() == static_cast<std::size_t>(TuningProblem::Code::TooFewStudies) + 1);
    return ids[static_cast<std::size_t>(code)];
}

} // namespace fovea

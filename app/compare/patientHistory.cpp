#include "app/compare/patientHistory.h"

#include <utility>

namespace fovea {

Result<PatientHistory> patientHistory(const StudyDatabase& database, std::int64_t seriesId)
{
    PatientHistory history;
    auto series = database.series(seriesId);
    if (!series)
        return series.error();
    history.open.series = std::move(*series);
    auto study = database.study(history.open.series.studyId);
    if (!study)
        return study.error();
    history.open.study = std::move(*study);
    const auto studies = database.studiesOf(history.open.study.patient.id);
    if (!studies)
        return studies.error();
    for (const StudyRecord& one : *studies) {
        auto all = database.seriesOf(one.id);
        if (!all)
            return all.error();
        for (SeriesRecord& record : *all)
            history.series.push_back({one, std::move(record)});
    }
    return history;
}

} // namespace fovea

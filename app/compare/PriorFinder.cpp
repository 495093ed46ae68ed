#include "app/compare/PriorFinder.h"

#include "app/compare/SeriesComparison.h"
#include "app/compare/compareTexts.h"
#include "app/compare/patientHistory.h"
#include "app/study/StudySession.h"

namespace fovea {

PriorFinder::PriorFinder(SeriesComparison& comparison, StudySession& session,
                         const Archive& archive, QObject* parent)
    : QObject(parent)
    , m_comparison(comparison)
    , m_session(session)
    , m_archive(archive)
    , m_scope(std::make_unique<QObject>())
{
    // A prior of a study that is left is nobody's.
    connect(&session, &StudySession::opening, this,
            [this] { m_scope = std::make_unique<QObject>(); });
}

PriorFinder::~PriorFinder() = default;

void PriorFinder::compare()
{
    if (!m_session.series())
        return;
    m_archive.run<PatientHistory>(
        m_scope.get(),
        [seriesId = m_session.series()->series.id](StudyDatabase& database, const Progress&) {
            return patientHistory(database, seriesId);
        },
        [this](Result<PatientHistory> history) {
            if (!history) {
                Q_EMIT failed(history.error());
                return;
            }
            const PriorChoice choice = chooseSeries(history->open, history->series);
            if (!choice.index) {
                Q_EMIT none(noPriorText(choice.whyNot, history->open.series.modality));
                return;
            }
            const PatientSeries& prior = history->series[*choice.index];
            const auto& compared = m_comparison.series();
            if (!compared || compared->series.id != prior.series.id)
                m_comparison.open(prior.series.id);
            Q_EMIT found(priorText(history->open.study, prior, choice.comparableStudies));
        });
}

} // namespace fovea

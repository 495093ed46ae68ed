#include "app/findings/CounterfactualCheck.h"

#include "app/study/StudySession.h"
#include "app/work/homogeneousRegion.h"

#include <utility>

namespace fovea {

CounterfactualCheck::CounterfactualCheck(TaskRunner& tasks, ModelService& model,
                                         StudySession& session, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_model(model)
    , m_session(session)
{
    const auto drop = [this] { m_scope.reset(); };
    connect(&m_session, &StudySession::opening, this, drop);
    connect(&m_session, &StudySession::labelsShown, this, drop);
    connect(&m_session, &StudySession::analysisStarted, this, drop);
}

void CounterfactualCheck::start(const std::string& anatomyId)
{
    if (isRunning() || !m_session.analysis() || !m_session.labelMap())
        return;
    m_scope = std::make_unique<QObject>();
    Q_EMIT started();
    const LabelMapPtr map = m_session.analyzedLabels();
    m_tasks.run<HomogeneousRegion>(
        TaskRunner::Pool::Io, m_scope.get(),
        [volume = m_session.series()->volume, map, anatomyId](const Progress&) {
            HomogeneousRegion region = homogeneousRegion(*volume, *map, map->labelsOf(anatomyId));
            if (!region.volume)
                return Result<HomogeneousRegion>(makeError(ErrorCode::NoRegion));
            return Result<HomogeneousRegion>(std::move(region));
        },
        [this, map, anatomyId](Result<HomogeneousRegion> region) {
            if (!region || !m_session.analysis()) {
                finish(anatomyId, region ? makeError(ErrorCode::Cancelled) : region.error());
                return;
            }
            m_model.reanalyze(
                m_scope.get(), region->volume, region->without, map, *m_session.analysis(),
                [this, anatomyId](Result<StudyAnalysis> analysis) { finish(anatomyId, analysis); },
                {});
        });
}

void CounterfactualCheck::finish(const std::string& anatomyId,
                                 const Result<StudyAnalysis>& analysis)
{
    m_scope.release()->deleteLater(); // Not while one of its tasks calls.
    if (!analysis) {
        Q_EMIT failed(analysis.error());
        return;
    }
    std::map<std::string, double> scores;
    for (const Finding& finding : analysis->findings) {
        if (finding.anatomyId == anatomyId)
            scores[finding.findingId] = finding.score;
    }
    Q_EMIT done(anatomyId, scores);
}

} // namespace fovea

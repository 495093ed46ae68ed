#include "app/study/StudyPresenter.h"

#include "app/StatusLine.h"
#include "app/anatomy/AnatomyPanel.h"
#include "app/anatomy/checkText.h"
#include "app/findings/FindingsPanel.h"
#include "app/text/errorText.h"
#include "app/text/notes.h"

namespace fovea {

namespace {

template <typename Notes> QStringList texts(const Notes& notes)
{
    QStringList lines;
    for (const auto& note : notes)
        lines << noteText(note);
    return lines;
}

} // namespace

StudyPresenter::StudyPresenter(StudySession& session, ModelService& model, Panels panels,
                               QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_panels(panels)
{
    connect(&session, &StudySession::opening, this, &StudyPresenter::showOpening);
    connect(&session, &StudySession::openProgressed, &panels.status, &StatusLine::setProgress);
    connect(&session, &StudySession::seriesShown, this, &StudyPresenter::showSeries);
    connect(&session, &StudySession::labelsShown, this, &StudyPresenter::showLabels);
    connect(&session, &StudySession::labelsEdited, this, &StudyPresenter::showLabelMap);
    connect(&session, &StudySession::labelsMissing, this, &StudyPresenter::showMissingLabels);
    connect(&session, &StudySession::analysisStarted, this, [this] {
        m_panels.findings.setRunning(true);
        m_panels.findings.clearAnalysis(tr("Analyzing…"));
    });
    connect(&session, &StudySession::analysisProgressed, &panels.findings,
            &FindingsPanel::setProgress);
    connect(&session, &StudySession::analysisShown, this, &StudyPresenter::showAnalysis);
    connect(&session, &StudySession::failed, this, &StudyPresenter::showFailure);
    connect(&model, &ModelService::ready, this, &StudyPresenter::showModel);
    connect(&model, &ModelService::failed, this, [this](const Error& error) {
        // A model that could not be loaded leaves the one in use, and what it said, as they are.
        if (!m_model.info()) {
            m_panels.status.showNoModel();
            m_panels.findings.clearAnalysis(errorText(error));
        }
        Q_EMIT modelFailed(error);
    });
    if (model.info())
        showModel(*model.info());
}

void StudyPresenter::showOpening()
{
    m_panels.status.showBusy(tr("Opening…"), false);
    m_panels.status.clearNotes();
    m_panels.anatomy.clearLabelMap(tr("Opening…"));
    m_panels.findings.setRunning(false);
    m_panels.findings.clearAnalysis(tr("Opening…"));
}

void StudyPresenter::showSeries()
{
    m_panels.status.showIdle();
    m_panels.status.addNotes(texts(m_session.series()->notes));
}

void StudyPresenter::showLabelMap()
{
    m_panels.anatomy.setLabelMap(*m_session.labelMap());
    m_panels.findings.setDoubts(anatomyDoubts(*m_session.labelMap()));
}

void StudyPresenter::showLabels()
{
    showLabelMap();
    if (!m_model.info())
        m_panels.findings.clearAnalysis(tr("Waiting for the model…"));
    m_panels.status.addNotes(texts(m_session.labelMap()->notes));
}

void StudyPresenter::showMissingLabels()
{
    m_panels.anatomy.clearLabelMap(
        tr("This series has no segmentation.\nMake one: Study menu, Segment. Or open one: "
           "Ctrl+Shift+O, or drop it on the window."));
    m_panels.findings.clearAnalysis(
        tr("Findings need the segmented anatomy. Segment this series (Study menu), or open a "
           "segmentation of it."));
}

void StudyPresenter::showAnalysis()
{
    m_panels.findings.setRunning(false);
}

void StudyPresenter::showModel(const ModelInfo& info)
{
    m_panels.findings.setModel(info);
    m_panels.status.showModel(info);
    // What another model said must not stand under this one's name.
    if (m_session.labelMap() && !m_session.analysis()) {
        m_panels.findings.clearAnalysis(tr("Waiting for the model…"));
    }
}

void StudyPresenter::showFailure(StudySession::Step step, const Error& error)
{
    m_panels.status.showIdle();
    const QString text = errorText(error);
    switch (step) {
    case StudySession::Step::Analyze:
        m_panels.findings.setRunning(false);
        m_panels.findings.clearAnalysis(text);
        if (error.code == ErrorCode::NoRegion)
            return; // The panel says it; a dialog on every such study would be in the way.
        break;
    case StudySession::Step::Open:
        m_panels.anatomy.clearLabelMap(tr("No segmentation is open."));
        m_panels.findings.clearAnalysis(text);
        break;
    case StudySession::Step::Labels:
        if (!m_session.labelMap())
            m_panels.anatomy.clearLabelMap(text);
        break;
    case StudySession::Step::Surfaces:
    case StudySession::Step::Save:
        break;
    }
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

} // namespace fovea

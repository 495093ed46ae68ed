#include "app/measure/MeasureDesk.h"

#include "app/measure/MeasurePanel.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"
#include "app/undo/MeasureCommand.h"
#include "viewer/measure/measureTexts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <cmath>

namespace fovea {

namespace {

constexpr int undoSteps = 500;

} // namespace

MeasureDesk::MeasureDesk(const Archive& archive, StudySession& session, ViewState& view)
    : m_session(session)
    , m_view(view)
    , m_tool(m_state)
    , m_keeper(archive)
    , m_history(view, m_undo)
    , m_actions(view, m_state, m_tool, this)
{
    m_undo.setUndoLimit(undoSteps);
    m_view.sliceTool.set(&m_tool);
    m_state.setEditor([this](const MeasureChange& change) {
        m_undo.push(new MeasureCommand( // The stack owns it.
            change, [this](const MeasureChange& step) { carryOut(step); }));
    });
    connect(&m_session, &StudySession::opening, this, &MeasureDesk::startStudy);
    connect(&m_session, &StudySession::seriesShown, this, &MeasureDesk::showStudy);
    connect(&m_keeper, &MeasureKeeper::loaded, this,
            [this](const MeasureList& measures) { m_state.measures.set(measures); });
    connect(&m_keeper, &MeasureKeeper::loadFailed, this, [this](const Error& error) {
        showTrouble(tr("Earlier measurements could not be read: %1").arg(errorText(error)));
    });
    const ArchiveQueue& writes = m_keeper.writes();
    connect(&writes, &ArchiveQueue::failed, this, [this](const Error& error) {
        showTrouble(tr("Measurements could not be saved; trying again: %1").arg(errorText(error)));
    });
    connect(&writes, &ArchiveQueue::recovered, this, [this] { showTrouble({}); });
    connect(&m_actions, &MeasureActions::copyRequested, this, &MeasureDesk::copyAsText);
}

MeasureDesk::~MeasureDesk()
{
    m_view.sliceTool.set(nullptr);
    delete m_panel; // Before the state that it shows.
}

MeasurePanel* MeasureDesk::makePanel(QWidget* parent)
{
    m_panel = new MeasurePanel(m_view, m_state, parent);
    connect(m_panel, &MeasurePanel::copyRequested, this, &MeasureDesk::copyAsText);
    connect(m_panel, &MeasurePanel::chosen, this, &MeasureDesk::goTo);
    return m_panel;
}

void MeasureDesk::fillMenus(QMenu& edit, QMenu& measure, QToolBar& toolBar)
{
    QAction* undo = m_undo.createUndoAction(&edit, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Z")));
    QAction* redo = m_undo.createRedoAction(&edit, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    edit.addActions({undo, redo});
    m_actions.fill(measure, toolBar);
}

void MeasureDesk::startStudy()
{
    m_state.show({}, {});
    m_undo.clear();
    m_history.restart();
    if (!m_keeper.writes().isFailing())
        showTrouble({});
}

void MeasureDesk::showStudy()
{
    const SeriesRecord& series = m_session.series()->series;
    m_state.frameOfReferenceUid = series.frameOfReferenceUid;
    m_history.restart();
    m_keeper.open(series.id);
}

void MeasureDesk::carryOut(const MeasureChange& change)
{
    m_state.apply(change);
    if (change.after)
        m_state.selected.set(change.uid());
    if (m_session.series())
        m_keeper.note(m_session.series()->series.id, change);
}

void MeasureDesk::goTo(const std::string& uid)
{
    if (const Measure* measure = findMeasure(m_state.measures.get(), uid)) {
        constexpr double parallel = 1 - 1e-7; // Cosine of a fortieth of a degree.
        m_state.visible.set(true);
        const PlaneFrame& shown = m_view.frame.get();
        const SliceOrientation closest = shown.closestTo(measure->normal);
        if (std::abs(dot(shown.axes(closest).next, measure->normal)) < parallel)
            m_view.frame.set(PlaneFrame::facing(measure->normal));
        m_view.cursorMm.set(middleMm(*measure));
        Q_EMIT visited(m_view.frame.get().closestTo(measure->normal));
    }
}

void MeasureDesk::copyAsText() const
{
    QStringList lines;
    for (const Measure& measure : m_state.measures.get()) {
        QStringList cells{measureKindName(measure.kind)};
        cells << measureValueLines(measure.kind, m_state.values(measure, m_view.volume.get()));
        if (!measure.text.empty())
            cells << QString::fromStdString(measure.text);
        lines << cells.join(QLatin1Char('\t'));
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void MeasureDesk::showTrouble(const QString& text)
{
    if (m_panel)
        m_panel->showTrouble(text);
}

} // namespace fovea

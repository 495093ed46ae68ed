#include "app/edit/EditDesk.h"

#include "app/Dialogs.h"
#include "app/edit/EditPanel.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"

#include <QScrollArea>

namespace fovea {

EditDesk::EditDesk(const Archive& archive, StudySession& study, ViewState& state, QUndoStack& stack,
                   const AnatomyCatalog& catalog, Dialogs& dialogs)
    : m_study(study)
    , m_state(state)
    , m_stack(stack)
    , m_dialogs(dialogs)
    , m_session(archive, study, state, stack, catalog)
    , m_tool(state)
{
    connect(&m_tool, &BrushTool::strokeFinished, this, [this](const LabelPatch& patch) {
        const bool erases = m_tool.settings().action != BrushSettings::Action::Paint;
        m_session.apply(erases ? tr("Erase") : tr("Paint"), patch);
    });
    connect(&m_tool, &BrushTool::strokeDropped, this, &EditDesk::dropPreview);
    connect(&m_tool, &BrushTool::strokeRefused, this, &EditDesk::showFailure);
    connect(&m_tool, &BrushTool::radiusRequested, this, [this](double mm) {
        if (m_panel)
            m_panel->setRadius(mm);
    });
    connect(&m_tool, &BrushTool::endRequested, this, &EditDesk::endTool);
    connect(&m_session, &EditSession::aboutToChange, &m_tool, &BrushTool::cancelStroke);
    connect(&m_session, &EditSession::settled, this, [this] {
        if (!m_tool.isStroking())
            dropPreview();
    });
    connect(&m_session, &EditSession::changed, this,
            [this] { m_tool.setReady(m_session.acceptsStrokes()); });
    connect(&m_session, &EditSession::failed, this, &EditDesk::showFailure);
    connect(&m_session, &EditSession::lostChangesFound, this, &EditDesk::offerLostChanges);
    connect(&m_session, &EditSession::autosaveFailed, this, [this](const Error& error) {
        if (m_panel)
            m_panel->showProblem(tr("Corrections are not saved automatically: %1 Save them soon.")
                                     .arg(errorText(error)));
    });
}

EditDesk::~EditDesk()
{
    if (m_state.sliceTool.get() == &m_tool)
        m_state.sliceTool.set(m_toolBefore);
    delete m_panel; // Before the session that it shows.
}

QWidget* EditDesk::makePanel(QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel = new EditPanel(m_session, m_study, m_stack, scroll);
    scroll->setWidget(m_panel);
    connect(m_panel, &EditPanel::brushChanged, this, &EditDesk::useBrush);
    return scroll;
}

void EditDesk::useBrush()
{
    const auto brush = m_panel->brush();
    const bool active = m_state.sliceTool.get() == &m_tool;
    if (brush) {
        m_tool.setSettings(*brush);
        showWhatIsPainted(brush->target.label());
        if (!active) {
            m_toolBefore = m_state.sliceTool.get();
            m_state.sliceTool.set(&m_tool);
            Q_EMIT toolTaken();
        }
    } else if (active) {
        m_tool.cancelStroke();
        m_state.sliceTool.set(m_toolBefore);
    }
}

void EditDesk::endTool()
{
    if (m_panel)
        m_panel->endTool();
}

void EditDesk::showWhatIsPainted(std::uint16_t label)
{
    m_state.overlaysVisible.set(true);
    auto hidden = m_state.hiddenLabels.get();
    if (hidden.erase(label) > 0)
        m_state.hiddenLabels.set(std::move(hidden));
}

void EditDesk::dropPreview()
{
    if (m_session.isSettled())
        m_state.labelPreview.set(nullptr);
}

void EditDesk::showFailure(const Error& error)
{
    if (!m_panel)
        return;
    m_panel->showProblem(error.code == ErrorCode::Cancelled ? tr("Stopped; nothing was changed.")
                                                            : errorText(error));
}

void EditDesk::offerLostChanges(const LabelPatch& patch)
{
    if (m_dialogs.confirm(m_panel ? m_panel->window() : nullptr, tr("Corrected segmentation"),
                          tr("When Fovea ended, corrections of this segmentation were not saved. "
                             "Restore them?"),
                          tr("Restore")))
        m_session.apply(tr("Restore corrections"), patch);
}

bool EditDesk::mayLeave(QWidget* parent)
{
    return !m_session.isModified() ||
           m_dialogs.confirm(
               parent, tr("Corrected segmentation"),
               tr("The corrections of the segmentation are not saved and will be lost. To keep "
                  "them, go back and save them as a corrected segmentation."),
               tr("Discard corrections"));
}

} // namespace fovea

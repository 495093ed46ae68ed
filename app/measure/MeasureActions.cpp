#include "app/measure/MeasureActions.h"

#include "viewer/measure/MeasureTool.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace fovea {

MeasureActions::MeasureActions(ViewState& view, MeasureState& state, MeasureTool& tool,
                               QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_state(state)
    , m_tool(tool)
{
}

void MeasureActions::fill(QMenu& menu, QToolBar& toolBar)
{
    addTool(menu, QStringLiteral("measureSelect"), tr("&Select and move"), {}, std::nullopt);
    menu.addSeparator();
    addTool(menu, QStringLiteral("measureLength"), tr("&Length"), QStringLiteral("L"),
            MeasureKind::Length);
    addTool(menu, QStringLiteral("measureAngle"), tr("&Angle"), QStringLiteral("A"),
            MeasureKind::Angle);
    addTool(menu, QStringLiteral("measureEllipse"), tr("&Ellipse"), QStringLiteral("E"),
            MeasureKind::Ellipse);
    addTool(menu, QStringLiteral("measurePolygon"), tr("&Polygon"), QStringLiteral("P"),
            MeasureKind::Polygon);
    addTool(menu, QStringLiteral("measureProbe"), tr("P&oint (HU)"), QStringLiteral("W"),
            MeasureKind::Probe);
    addTool(menu, QStringLiteral("measureArrow"), tr("A&rrow"), QStringLiteral("N"),
            MeasureKind::Arrow);
    addTool(menu, QStringLiteral("measureText"), tr("&Text"), QStringLiteral("Shift+N"),
            MeasureKind::Text);
    menu.addSeparator();
    m_end =
        addCommand(menu, QStringLiteral("measureEnd"), tr("E&nd measuring"), QStringLiteral("Esc"));
    connect(m_end, &QAction::triggered, this, [this] { m_tool.escape(); });
    m_remove = addCommand(menu, QStringLiteral("measureDelete"), tr("&Delete selected"),
                          QStringLiteral("Del"));
    connect(m_remove, &QAction::triggered, this, [this] { m_state.removeSelected(); });
    m_copy = addCommand(menu, QStringLiteral("measureCopy"), tr("&Copy as text"),
                        QStringLiteral("Ctrl+Shift+C"));
    connect(m_copy, &QAction::triggered, this, &MeasureActions::copyRequested);
    QAction* visible = addCommand(menu, QStringLiteral("measuresVisible"), tr("S&how measurements"),
                                  QStringLiteral("Shift+M"));
    visible->setCheckable(true);
    visible->setChecked(m_state.visible.get());
    connect(visible, &QAction::toggled, this, [this](bool on) { m_state.visible.set(on); });
    m_connections.push_back(
        m_state.visible.observe([visible](bool on) { visible->setChecked(on); }));

    toolBar.addAction(menu.menuAction());
    if (auto* button = qobject_cast<QToolButton*>(toolBar.widgetForAction(menu.menuAction()))) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolTip(tr("Measure on the slices"));
    }

    const auto refreshed = [this](const auto&) { refresh(); };
    m_connections.push_back(m_view.volume.observe(refreshed));
    m_connections.push_back(m_state.tool.observe(refreshed));
    m_connections.push_back(m_state.draft.observe(refreshed));
    m_connections.push_back(m_state.selected.observe(refreshed));
    m_connections.push_back(m_state.measures.observe(refreshed));
    refresh();
}

void MeasureActions::addTool(QMenu& menu, const QString& objectName, const QString& text,
                             const QString& key, std::optional<MeasureKind> kind)
{
    QAction* action = addCommand(menu, objectName, text, key);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, kind] {
        m_state.visible.set(true); // Nobody draws what cannot be seen.
        m_state.tool.set(kind);
        refresh(); // A second trigger has unchecked what is still in use.
    });
    m_tools.emplace_back(action, kind);
}

QAction* MeasureActions::addCommand(QMenu& menu, const QString& objectName, const QString& text,
                                    const QString& key)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    return action;
}

void MeasureActions::refresh()
{
    const bool open = m_view.volume.get() != nullptr;
    for (const auto& [action, kind] : m_tools) {
        action->setEnabled(open);
        action->setChecked(m_state.tool.get() == kind);
    }
    const bool selected = !m_state.selected.get().empty();
    m_remove->setEnabled(selected);
    m_copy->setEnabled(!m_state.measures.get().empty());
    // Escape belongs to others while there is nothing to end.
    m_end->setEnabled(open && (m_state.tool.get() || m_state.draft.get() || selected));
}

} // namespace fovea

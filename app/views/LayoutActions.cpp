#include "app/views/LayoutActions.h"

#include "app/Icons.h"
#include "app/Settings.h"
#include "app/views/ViewGrid.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace fovea {

LayoutActions::LayoutActions(QMainWindow& window, ViewGrid& views, Settings& settings,
                             QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_views(views)
    , m_settings(settings)
{
    m_views.arrange(layoutCalled(settings.layout()),
                    orderFromText(settings.viewOrder()).value_or(standardOrder));
    connect(&m_views, &ViewGrid::arranged, this, [this] {
        m_settings.setLayout(m_views.arrangement().id);
        m_settings.setViewOrder(orderText(m_views.order()));
    });
    m_views.setTileStep(settings.tileStep());
    connect(&m_views, &ViewGrid::tileStepChanged, this,
            [this](int slices) { m_settings.setTileStep(slices); });
}

QAction* LayoutActions::add(QMenu& menu, const QString& objectName, const QString& text,
                            const QString& key, std::function<void()> run)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void LayoutActions::fill(QMenu& menu, QToolBar& toolBar)
{
    fillLayouts(menu);
    fillTileSteps(*menu.addMenu(tr("Slices of the light &box")));
    menu.addSeparator();
    fillAlone(menu);
    menu.addSeparator();
    add(menu, QStringLiteral("togglePanels"), tr("Show or hide &panels"), QStringLiteral("F9"),
        [this] { togglePanels(); });
    m_fullScreen =
        add(menu, QStringLiteral("fullScreen"), tr("F&ull screen"), QStringLiteral("F11"),
            [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    m_fullScreen->setCheckable(true);
    m_window.installEventFilter(this);
    addButton(toolBar);
}

void LayoutActions::fillLayouts(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    for (const Layout& layout : layouts()) {
        QAction* action = add(menu, QStringLiteral("layout_") + layout.id, layout.name,
                              QStringLiteral("Ctrl+%1").arg(layout.key),
                              [this, &layout] { m_views.arrange(layout, m_views.order()); });
        m_layouts.push_back(action);
        action->setCheckable(true);
        group->addAction(action);
        const auto show = [this, action, &layout] {
            action->setChecked(m_views.arrangement().id == layout.id);
        };
        connect(&m_views, &ViewGrid::arranged, action, show);
        show();
    }
    add(menu, QStringLiteral("layoutStandard"), tr("Views in their &usual places"), {},
        [this] { m_views.arrange(m_views.arrangement(), standardOrder); });
}

void LayoutActions::fillTileSteps(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    for (const int step : {1, 2, 3, 5, 10}) {
        QAction* action = add(menu, QStringLiteral("tileStep%1").arg(step),
                              step == 1 ? tr("&Every slice") : tr("Every %1 slices").arg(step), {},
                              [this, step] { m_views.setTileStep(step); });
        action->setCheckable(true);
        action->setChecked(m_views.tileStep() == step);
        group->addAction(action);
        connect(&m_views, &ViewGrid::tileStepChanged, action,
                [action, step](int now) { action->setChecked(now == step); });
    }
}

void LayoutActions::fillAlone(QMenu& menu)
{
    add(menu, QStringLiteral("layoutAll"), tr("&All views of the layout"), QStringLiteral("F4"),
        [this] { m_views.maximize(-1); });
    const std::array names{tr("A&xial alone"), tr("&Coronal alone"), tr("&Sagittal alone"),
                           tr("&3D alone")};
    const std::array ids{QStringLiteral("layoutAxial"), QStringLiteral("layoutCoronal"),
                         QStringLiteral("layoutSagittal"), QStringLiteral("layoutVolume")};
    for (int n = 0; n < int(views.size()); ++n) {
        add(menu, ids[std::size_t(n)], names[std::size_t(n)], QStringLiteral("F%1").arg(5 + n),
            [this, n] { m_views.maximize(n); });
    }
}

void LayoutActions::addButton(QToolBar& toolBar)
{
    auto* menu = new QMenu(&toolBar);
    for (QAction* action : m_layouts)
        menu->addAction(action);
    auto* choice = new QAction(tr("Layout"), this);
    choice->setObjectName(QStringLiteral("layoutButton"));
    choice->setMenu(menu);
    toolBar.addAction(choice);
    if (auto* button = qobject_cast<QToolButton*>(toolBar.widgetForAction(choice)))
        button->setPopupMode(QToolButton::InstantPopup);
    const auto show = [this, choice] {
        choice->setIcon(icon(QStringLiteral("layout-") + m_views.arrangement().id));
    };
    connect(&m_views, &ViewGrid::arranged, choice, show);
    show();
}

void LayoutActions::togglePanels()
{
    std::vector<QDockWidget*> visible;
    const auto docks = m_window.findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks) {
        if (!dock->isHidden() && !dock->isFloating())
            visible.push_back(dock);
    }
    if (!visible.empty()) {
        for (QDockWidget* dock : visible)
            dock->hide();
        m_hiddenPanels = std::move(visible);
        return;
    }
    // After a start with all panels away nothing is remembered: then all come.
    const auto wanted = std::exchange(m_hiddenPanels, {});
    if (wanted.empty()) {
        for (QDockWidget* dock : docks)
            dock->show();
    }
    for (QDockWidget* dock : wanted)
        dock->show();
}

bool LayoutActions::eventFilter(QObject* watched, QEvent* event)
{
    // The window manager leaves full screen, too.
    if (event->type() == QEvent::WindowStateChange)
        m_fullScreen->setChecked(m_window.isFullScreen());
    return QObject::eventFilter(watched, event);
}

} // namespace fovea

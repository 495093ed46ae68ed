#include "app/views/ViewActions.h"

#include "app/views/ActiveSlice.h"
#include "app/views/ViewGrid.h"
#include "viewer/viewerTexts.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolBar>

namespace fovea {

ViewActions::ViewActions(ViewState& state, ViewGrid& views, ActiveSlice& active, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_views(views)
    , m_active(active)
{
}

QAction* ViewActions::check(const QString& objectName, const QString& text, const QString& key,
                            Property<bool>& property)
{
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    action->setCheckable(true);
    action->setChecked(property.get());
    connect(action, &QAction::toggled, this, [&property](bool on) { property.set(on); });
    m_connections.push_back(property.observe([action](bool on) { action->setChecked(on); }));
    return action;
}

QAction* ViewActions::command(const QString& objectName, const QString& text, const QString& key,
                              std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void ViewActions::fill(QMenu& menu, QToolBar& toolBar)
{
    QMenu* windows = menu.addMenu(tr("&Window level"));
    windows->setObjectName(WindowMenu);
    fillWindowMenu(*windows);
    fillOverlayMenu(*menu.addMenu(tr("Anatomy &overlay")));
    menu.addMenu(tr("&3D"))->setObjectName(VolumeMenu);
    menu.addSeparator();
    QAction* overlays = check(QStringLiteral("overlaysVisible"), tr("Show anatomy and &AI"),
                              QStringLiteral("H"), m_state.overlaysVisible);
    QAction* texts = check(QStringLiteral("annotationsVisible"), tr("Show &texts"),
                           QStringLiteral("T"), m_state.annotationsVisible);
    QAction* crosshair = check(QStringLiteral("crosshairVisible"), tr("Show &crosshair"),
                               QStringLiteral("X"), m_state.crosshairVisible);
    menu.addActions({overlays, texts, crosshair});
    auto* smooth = new QAction(tr("&Interpolate"), this);
    smooth->setObjectName(QStringLiteral("interpolate"));
    smooth->setShortcut(QKeySequence(QStringLiteral("I")));
    smooth->setCheckable(true);
    smooth->setChecked(m_state.interpolation.get() == Interpolation::Linear);
    connect(smooth, &QAction::toggled, this, [this](bool on) {
        m_state.interpolation.set(on ? Interpolation::Linear : Interpolation::Nearest);
    });
    m_connections.push_back(m_state.interpolation.observe(
        [smooth](Interpolation now) { smooth->setChecked(now == Interpolation::Linear); }));
    menu.addAction(smooth);
    QAction* reset = command(QStringLiteral("resetViews"), tr("&Reset zoom and position"),
                             QStringLiteral("Ctrl+0"), [this] { m_views.resetViews(); });
    menu.addAction(reset);
    toolBar.addActions({overlays, crosshair, texts});
    toolBar.addSeparator();
    toolBar.addAction(reset);
}

void ViewActions::fillWindowMenu(QMenu& menu)
{
    for (const WindowPreset& preset : windowPresets) {
        menu.addAction(
            command(QStringLiteral("window_") +
                        QString::fromUtf8(preset.id.data(), qsizetype(preset.id.size())),
                    windowPresetName(preset), QString::number(preset.key),
                    [this, window = preset.window] { setWindow(m_active, m_state, window); }));
    }
}

void ViewActions::fillOverlayMenu(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& text, const QString& key,
                         OverlayMode mode) {
        QAction* action = command(name, text, key, [this, mode] { m_state.overlayMode.set(mode); });
        action->setCheckable(true);
        action->setChecked(m_state.overlayMode.get() == mode);
        group->addAction(action);
        menu.addAction(action);
        m_connections.push_back(m_state.overlayMode.observe(
            [action, mode](OverlayMode now) { action->setChecked(now == mode); }));
    };
    add(QStringLiteral("overlayStructures"), tr("Anatomy &colours"), QStringLiteral("Alt+1"),
        OverlayMode::Structures);
    add(QStringLiteral("overlayAbnormality"), tr("&Abnormality"), QStringLiteral("Alt+2"),
        OverlayMode::Abnormality);
    add(QStringLiteral("overlayOff"), tr("&Off"), QStringLiteral("Alt+3"), OverlayMode::Off);
    menu.addSeparator();
    menu.addAction(
        check(QStringLiteral("outline"), tr("As out&lines"), QStringLiteral("O"), m_state.outline));
}

} // namespace fovea

#include "app/keyimages/KeyImageActions.h"

#include "app/keyimages/KeyImages.h"
#include "app/study/StudySession.h"
#include "app/views/ViewGrid.h"
#include "app/views/ViewPane.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>

namespace fovea {

KeyImageActions::KeyImageActions(KeyImages& images, ViewGrid& views, ViewState& state,
                                 StudySession& session, QObject* parent)
    : QObject(parent)
    , m_images(images)
    , m_views(views)
    , m_state(state)
    , m_session(session)
{
    for (const SliceOrientation orientation : sliceOrientations) {
        connect(&m_views.pane(orientation), &ViewPane::starClicked, this,
                [this, orientation] { m_images.toggle(orientation); });
    }
    connect(&m_images, &KeyImages::changed, this, &KeyImageActions::showStars);
    connect(&m_images, &KeyImages::visited, this,
            [this](SliceOrientation orientation) { m_views.reveal(orientation); });
    m_cursor = m_state.cursorMm.observe([this](const Vec3&) { showStars(); });
    m_planes = m_state.frame.observe([this](const PlaneFrame&) { showStars(); });
    showStars();
}

void KeyImageActions::fill(QMenu& menu, QToolBar& toolBar, QWidget& area)
{
    menu.addSeparator();
    const auto add = [&](const QString& objectName, const QString& text, const QKeySequence& key,
                         std::function<void()> run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(objectName);
        action->setShortcut(key);
        action->setEnabled(false);
        connect(action, &QAction::triggered, this, std::move(run));
        connect(&m_session, &StudySession::opening, action,
                [action] { action->setEnabled(false); });
        connect(&m_session, &StudySession::seriesShown, action,
                [action] { action->setEnabled(true); });
        return action;
    };
    QAction* star =
        add(QStringLiteral("toggleKeyImage"), tr("&Key image on or off"), QKeySequence(Qt::Key_K),
            [this] { m_images.toggle(m_views.activeSlice()); });
    QAction* next = add(QStringLiteral("nextKeyImage"), tr("&Next key image"),
                        QKeySequence(Qt::Key_Space), [this] { m_images.step(1); });
    QAction* previous = add(QStringLiteral("previousKeyImage"), tr("&Previous key image"),
                            QKeySequence(Qt::SHIFT | Qt::Key_Space), [this] { m_images.step(-1); });
    for (QAction* action : {next, previous}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        area.addAction(action);
    }
    toolBar.addActions({previous, star, next});
}

void KeyImageActions::showStars()
{
    for (const SliceOrientation orientation : sliceOrientations)
        m_views.pane(orientation).setStarred(m_images.isStarred(orientation));
}

} // namespace fovea

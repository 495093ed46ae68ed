#include "app/views/ViewPane.h"

#include "app/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace fovea {

ViewPane::ViewPane(View view, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_content(content)
{
    setObjectName(viewId(view) + QStringLiteral("Pane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTitle());
    layout->addWidget(content, 1);
}

void ViewPane::showInstead(QWidget* instead)
{
    if (instead == m_instead)
        return;
    if (m_instead)
        m_instead->hide();
    m_instead = instead;
    if (m_instead && layout()->indexOf(m_instead) < 0)
        static_cast<QVBoxLayout*>(layout())->addWidget(m_instead, 1);
    m_content->setVisible(!m_instead);
    if (m_instead)
        m_instead->show();
}

QWidget* ViewPane::makeTitle()
{
    auto* title = new QWidget(this);
    title->installEventFilter(this);
    auto* row = new QHBoxLayout(title);
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(2);
    row->addWidget(makeMenuButton(title));
    row->addStretch(1);
    if (m_view != View::Volume) {
        m_star = makeButton(title, QStringLiteral("Star"), QStringLiteral("star"));
        m_star->setAccessibleName(tr("%1: key image").arg(viewName(m_view)));
        m_star->setToolTip(tr("Key image on or off"));
        connect(m_star, &QToolButton::clicked, this, &ViewPane::starClicked);
        row->addWidget(m_star);
    }
    QToolButton* maximize =
        makeButton(title, QStringLiteral("Maximize"), QStringLiteral("maximize"));
    maximize->setAccessibleName(tr("%1: this view alone, or all again").arg(viewName(m_view)));
    maximize->setToolTip(tr("This view alone, or all again (double click)"));
    connect(maximize, &QToolButton::clicked, this, &ViewPane::maximizeRequested);
    row->addWidget(maximize);
    return title;
}

QToolButton* ViewPane::makeButton(QWidget* title, const QString& name, const QString& iconName)
{
    auto* button = new QToolButton(title);
    button->setObjectName(viewId(m_view) + name);
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton* ViewPane::makeMenuButton(QWidget* title)
{
    auto* button = new QToolButton(title);
    button->setObjectName(viewId(m_view) + QStringLiteral("Title"));
    // The style's own mark of a menu is so small that it is taken for a comma.
    button->setText(viewName(m_view) + QStringLiteral(" \u25BE"));
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    button->setAccessibleName(tr("%1: choose what this pane shows").arg(viewName(m_view)));
    button->setToolTip(tr("Choose what this pane shows"));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(button);
    for (const View view : views) {
        QAction* action = menu->addAction(viewName(view));
        action->setObjectName(viewId(m_view) + QStringLiteral("To_") + viewId(view));
        action->setCheckable(true);
        action->setChecked(view == m_view);
        connect(action, &QAction::triggered, this, [this, view, action] {
            action->setChecked(view == m_view); // The view chosen has a title of its own.
            if (view != m_view)
                Q_EMIT viewChosen(view);
        });
    }
    button->setMenu(menu);
    return button;
}

void ViewPane::setStarred(bool starred)
{
    if (!m_star || starred == m_starred)
        return;
    m_starred = starred;
    m_star->setIcon(icon(starred ? QStringLiteral("star-filled") : QStringLiteral("star")));
    m_star->setAccessibleDescription(starred ? tr("This slice is a key image.") : QString());
}

bool ViewPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        Q_EMIT maximizeRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fovea

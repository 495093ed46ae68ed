#include "app/commands/CommandPalette.h"

#include "app/commands/fuzzyMatch.h"
#include "app/commands/menuActions.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fovea {

namespace {

constexpr QSize Size(620, 420);

struct Match {
    MenuAction command;
    int score = 0;
};

/// A name counts more than the menu it lies in.
std::optional<int> scoreOf(const QString& query, const MenuAction& command)
{
    if (const auto own = fuzzyMatch(query, command.text))
        return *own * 2;
    return fuzzyMatch(query, command.menu + QLatin1Char(' ') + command.text);
}

} // namespace

CommandPalette::CommandPalette(const QMenuBar& menuBar, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_menuBar(menuBar)
    , m_query(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("commandPaletteDialog"));
    setWindowTitle(tr("Find a command"));
    m_query->setObjectName(QStringLiteral("commandQuery"));
    m_query->setPlaceholderText(tr("Find a command…"));
    m_query->setAccessibleName(tr("Find a command"));
    m_query->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_query, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QTreeWidget::itemActivated, this, &CommandPalette::run);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::open()
{
    m_query->clear();
    search({});
    resize(Size.boundedTo(parentWidget()->size()));
    move(parentWidget()->mapToGlobal(QPoint((parentWidget()->width() - width()) / 2, 60)));
    show();
    activateWindow();
    m_query->setFocus();
}

void CommandPalette::search(const QString& query)
{
    std::vector<Match> matches;
    for (const MenuAction& command : menuActions(m_menuBar)) {
        const auto score = scoreOf(query, command);
        if (score && command.action->isVisible())
            matches.push_back({command, *score});
    }
    // What cannot be done now comes last, but is there to be found.
    std::ranges::stable_sort(matches, [](const Match& a, const Match& b) {
        if (a.command.action->isEnabled() != b.command.action->isEnabled())
            return a.command.action->isEnabled();
        return a.score > b.score;
    });
    m_list->clear();
    for (const Match& match : matches) {
        const QAction* action = match.command.action;
        auto* item =
            new QTreeWidgetItem({match.command.menu + QStringLiteral(" › ") + match.command.text,
                                 action->shortcut().toString(QKeySequence::NativeText)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, QVariant::fromValue(match.command.action));
        item->setDisabled(!action->isEnabled());
        m_list->addTopLevelItem(item);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void CommandPalette::run()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item || item->isDisabled())
        return;
    auto* action = item->data(0, Qt::UserRole).value<QAction*>();
    hide(); // First, since the command may open a dialog of its own.
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
            key == Qt::Key_PageDown)
        {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        hide();
}

} // namespace fovea

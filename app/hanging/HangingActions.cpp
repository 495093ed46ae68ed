#include "app/hanging/HangingActions.h"

#include "app/hanging/HangingDesk.h"
#include "app/hanging/HangingDialog.h"
#include "app/hanging/hangingTexts.h"

#include <QAction>
#include <QMenu>

namespace fovea {

namespace {

constexpr int MostInMenu = 20;

} // namespace

HangingActions::HangingActions(HangingDesk& desk, Dialogs& dialogs, QWidget& window,
                               QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_dialogs(dialogs)
    , m_window(window)
{
    connect(&m_desk, &HangingDesk::protocolsChanged, this, &HangingActions::showProtocols);
    connect(&m_desk, &HangingDesk::currentChanged, this, &HangingActions::showCurrent);
}

QAction* HangingActions::add(QMenu& menu, const QString& objectName, const QString& text,
                             const QString& key)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(key));
    return action;
}

void HangingActions::fill(QMenu& menu)
{
    for (int n = 0; n < MostInMenu; ++n) {
        QAction* action = add(menu, QStringLiteral("hanging%1").arg(n + 1), {}, {});
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, n] {
            m_desk.applyNumber(std::size_t(n));
            showCurrent(); // Also where it was the current one before.
            tell();
        });
        m_protocols.push_back(action);
    }
    menu.addSeparator();
    QAction* next =
        add(menu, QStringLiteral("nextHanging"), tr("&Next protocol"), QStringLiteral("."));
    connect(next, &QAction::triggered, this, [this] {
        m_desk.step(1);
        tell();
    });
    QAction* previous =
        add(menu, QStringLiteral("previousHanging"), tr("&Previous protocol"), QStringLiteral(","));
    connect(previous, &QAction::triggered, this, [this] {
        m_desk.step(-1);
        tell();
    });
    menu.addSeparator();
    QAction* automatic =
        add(menu, QStringLiteral("hangAutomatically"), tr("&Apply when a series is opened"), {});
    automatic->setCheckable(true);
    automatic->setChecked(m_desk.isAutomatic());
    connect(automatic, &QAction::triggered, this, [this](bool on) { m_desk.setAutomatic(on); });
    QAction* editor = add(menu, QStringLiteral("editHanging"), tr("&Edit protocols…"), {});
    connect(editor, &QAction::triggered, this, &HangingActions::edit);
    showProtocols();
}

void HangingActions::showProtocols()
{
    const auto& protocols = m_desk.protocols();
    for (std::size_t n = 0; n < m_protocols.size(); ++n) {
        const bool there = n < protocols.size();
        m_protocols[n]->setVisible(there);
        //: A hanging protocol that is not there; only the editor of shortcuts shows it.
        m_protocols[n]->setText(there ? menuText(protocolName(protocols[n]))
                                      : tr("Protocol %1").arg(n + 1));
    }
    showCurrent();
}

void HangingActions::showCurrent()
{
    for (std::size_t n = 0; n < m_protocols.size(); ++n)
        m_protocols[n]->setChecked(m_desk.current() == n);
}

void HangingActions::tell()
{
    if (const auto current = m_desk.current())
        Q_EMIT done(tr("Hanging protocol: %1").arg(protocolName(m_desk.protocols()[*current])));
}

void HangingActions::edit()
{
    if (!m_dialog)
        m_dialog = new HangingDialog(m_desk, m_dialogs, &m_window);
    m_dialog->start();
}

} // namespace fovea

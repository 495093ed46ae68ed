#include "app/views/FileWindows.h"

#include "app/study/StudySession.h"
#include "app/views/ActiveSlice.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

constexpr std::size_t Most = 6; // Scanners write two or three.

} // namespace

QString FileWindows::nameOf(const ScannedWindow& window)
{
    const QString numbers =
        tr("W %1  L %2").arg(std::lround(window.width)).arg(std::lround(window.centre));
    if (window.explanation.empty())
        return tr("From the file: %1").arg(numbers);
    return tr("From the file: %1 (%2)")
        .arg(QString::fromStdString(window.explanation)
                 .replace(QLatin1Char('&'), QLatin1String("&&")),
             numbers);
}

FileWindows::FileWindows(ViewState& state, ActiveSlice& active, StudySession& session,
                         QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_active(active)
{
    connect(&session, &StudySession::opening, this, [this] { show({}); });
    connect(&session, &StudySession::seriesShown, this,
            [this, &session] { show(session.series()->windows); });
}

void FileWindows::fill(QMenu& menu)
{
    m_separator = menu.addSeparator();
    for (std::size_t n = 0; n < Most; ++n) {
        QAction* action = menu.addAction(QString());
        action->setObjectName(QStringLiteral("window_file%1").arg(n + 1));
        connect(action, &QAction::triggered, this, [this, n] {
            if (n < m_windows.size())
                setWindow(m_active, m_state, {m_windows[n].centre, m_windows[n].width});
        });
        m_actions.push_back(action);
    }
    show({});
}

void FileWindows::show(const std::vector<ScannedWindow>& windows)
{
    m_windows.clear();
    // Files of some scanners name one window several times.
    for (const ScannedWindow& window : windows) {
        const auto same = [&](const ScannedWindow& other) {
            return other.centre == window.centre && other.width == window.width;
        };
        if (std::ranges::none_of(m_windows, same))
            m_windows.push_back(window);
    }
    m_separator->setVisible(!m_windows.empty());
    for (std::size_t n = 0; n < m_actions.size(); ++n) {
        const bool there = n < m_windows.size();
        m_actions[n]->setText(there ? nameOf(m_windows[n]) : tr("From the file"));
        m_actions[n]->setVisible(there);
    }
}

} // namespace fovea

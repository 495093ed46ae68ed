#include "app/views/WindowMemory.h"

#include "app/Settings.h"
#include "app/study/StudySession.h"

#include <QTimer>

#include <utility>

namespace fovea {

namespace {

constexpr int SaveDelayMs = 300;

} // namespace

WindowMemory::WindowMemory(ViewState& state, StudySession& session, const Archive& archive,
                           Settings& settings, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_session(session)
    , m_settings(settings)
    , m_queue(new ArchiveQueue(archive, this))
    , m_delay(new QTimer(this))
{
    m_delay->setSingleShot(true);
    m_delay->setInterval(SaveDelayMs);
    connect(m_delay, &QTimer::timeout, this, &WindowMemory::save);
    connect(&session, &StudySession::opening, this, &WindowMemory::save);
    connect(&session, &StudySession::seriesShown, this, &WindowMemory::recall);
    m_connection =
        m_state.window.observe([this](const WindowLevel& window) { noteChange(window); });
}

WindowMemory::~WindowMemory()
{
    save(); // The queue, a child, writes it when it goes.
}

void WindowMemory::recall()
{
    const LoadedSeries& series = *m_session.series();
    const auto ofModality = m_settings.windowOf(QString::fromStdString(series.series.modality));
    const auto saved = m_saved.find(series.series.id);
    m_known = saved != m_saved.end() || series.lastWindow;
    if (saved != m_saved.end())
        m_state.window.set(saved->second);
    else if (series.lastWindow)
        m_state.window.set({series.lastWindow->centreHu, series.lastWindow->widthHu});
    else if (ofModality)
        m_state.window.set({ofModality->first, ofModality->second});
    else if (!series.windows.empty())
        m_state.window.set({series.windows.front().centre, series.windows.front().width});
    // What opening set is not the reader's choice.
    m_changed.reset();
    m_delay->stop();
}

void WindowMemory::showUnremembered(const WindowLevel& window)
{
    m_state.window.set(window);
    m_changed.reset();
    m_delay->stop();
}

void WindowMemory::noteChange(const WindowLevel& window)
{
    if (!m_session.series())
        return;
    const SeriesRecord& series = m_session.series()->series;
    m_changed = {series.id, QString::fromStdString(series.modality), window};
    m_delay->start();
}

void WindowMemory::save()
{
    if (!m_changed)
        return;
    const Change change = *std::exchange(m_changed, std::nullopt);
    m_delay->stop();
    m_saved.insert_or_assign(change.seriesId, change.window);
    m_settings.setWindowOf(change.modality, {change.window.centreHu, change.window.widthHu});
    m_queue->add(
        [change](StudyDatabase& database) {
            return database.saveWindow(change.seriesId,
                                       {change.window.centreHu, change.window.widthHu});
        },
        {}, std::to_string(change.seriesId));
}

} // namespace fovea

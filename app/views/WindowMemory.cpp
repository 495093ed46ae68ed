#include "app/views/WindowMemory.h"

#include "app/Settings.h"
#include "app/study/StudySession.h"

#include <QTimer>

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
    m_connection = m_state.window.observe([this](const WindowLevel&) { noteChange(); });
}

void WindowMemory::recall()
{
    const LoadedSeries& series = *m_session.series();
    const auto ofModality = m_settings.windowOf(QString::fromStdString(series.series.modality));
    if (series.lastWindow)
        m_state.window.set({series.lastWindow->centreHu, series.lastWindow->widthHu});
    else if (ofModality)
        m_state.window.set({ofModality->first, ofModality->second});
    else if (!series.windows.empty())
        m_state.window.set({series.windows.front().centre, series.windows.front().width});
    // What opening set is not the reader's choice.
    m_changed.reset();
    m_delay->stop();
}

void WindowMemory::noteChange()
{
    if (!m_session.series())
        return;
    const SeriesRecord& series = m_session.series()->series;
    m_changed = {series.id, QString::fromStdString(series.modality)};
    m_delay->start();
}

void WindowMemory::save()
{
    if (!m_changed)
        return;
    const WindowLevel window = m_state.window.get();
    m_settings.setWindowOf(m_changed->modality, {window.centreHu, window.widthHu});
    // A window that could not be kept is set again by a key; no message is worth the interruption.
    m_queue->add([seriesId = m_changed->id, window](StudyDatabase& database) {
        return database.saveWindow(seriesId, {window.centreHu, window.widthHu});
    });
    m_changed.reset();
    m_delay->stop();
}

} // namespace fovea

#include "viewer/slice/CinePlayer.h"

#include "viewer/slice/SliceWidget.h"

#include <QTimer>

#include <algorithm>

namespace fovea {

CinePlayer::CinePlayer(SliceWidget& view)
    : m_view(view)
    , m_timer(new QTimer(this))
{
    ViewState& state = view.state();
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &CinePlayer::advance);
    setRate(state.cineFps.get());
    m_connections.push_back(state.cineFps.observe([this](int fps) { setRate(fps); }));
    m_connections.push_back(state.volume.observe([this](const VolumePtr&) { pause(); }));
    m_connections.push_back(state.cursorMm.observe([this](const Vec3&) {
        // The number of a pinned view says nothing about the cursor.
        const bool moved = m_view.isPinned() ? !m_advancing : m_view.sliceNumber() != m_shown;
        if (isPlaying() && moved)
            pause();
    }));
}

CinePlayer::~CinePlayer() = default;

void CinePlayer::setRate(int fps)
{
    m_timer->setInterval(1000 / std::clamp(fps, minCineFps, maxCineFps));
}

bool CinePlayer::isPlaying() const
{
    return m_timer->isActive();
}

void CinePlayer::play()
{
    if (isPlaying() || m_view.sliceCount() < 2)
        return;
    m_shown = m_view.sliceNumber();
    m_timer->start();
    Q_EMIT playingChanged(true);
}

void CinePlayer::pause()
{
    if (!isPlaying())
        return;
    m_timer->stop();
    Q_EMIT playingChanged(false);
}

void CinePlayer::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void CinePlayer::advance()
{
    m_view.paintPending();
    if (m_view.isPinned()) {
        m_advancing = true;
        Q_EMIT stepRequested();
        m_advancing = false;
        return;
    }
    m_shown = m_view.sliceNumber() % m_view.sliceCount() + 1;
    m_view.scrollTo(m_shown);
}

} // namespace fovea

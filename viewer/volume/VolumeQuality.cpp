#include "viewer/volume/VolumeQuality.h"

#include "viewer/volume/VolumeScene.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr double stripMs = 80;
constexpr int firstStrips = 16; ///< As if the whole picture took so many strips.
constexpr int leastRows = 8;

} // namespace

VolumeQuality::VolumeQuality(VolumeScene& scene, std::function<void()> repaint, QObject* parent)
    : QObject(parent)
    , m_scene(scene)
    , m_repaint(std::move(repaint))
    , m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &VolumeQuality::refine);
}

void VolumeQuality::changed()
{
    m_phase = Phase::Draft;
    m_overlayOnly = false;
    m_rest->start();
    m_repaint();
}

void VolumeQuality::repaintOverlay()
{
    m_overlayOnly = m_phase == Phase::Whole;
    m_repaint();
}

void VolumeQuality::refine()
{
    m_phase = Phase::Strips;
    m_stripRow = 0;
    m_stripRows = 0; // By the height at the first strip.
    m_repaint();
}

bool VolumeQuality::begin(int rows)
{
    const bool resized = std::exchange(m_rows, rows) != rows;
    if (std::exchange(m_overlayOnly, false) && m_phase == Phase::Whole && !resized && !m_wholeOnce)
        return false;
    if (!m_scene.isVolumeRendered()) {
        m_firstDraft = true;
        beginSurfaces(resized);
    } else if (!m_wholeOnce && (m_phase == Phase::Whole || (resized && m_phase == Phase::Strips))) {
        // Somebody else wants the widget painted: not in one piece that takes a second.
        m_phase = Phase::Draft;
        m_rest->start();
    }
    m_scene.setInteracting(m_phase == Phase::Draft && !m_wholeOnce);
    m_scene.setDraftDistance(m_budget.imageDistance());
    if (m_phase == Phase::Strips && !m_wholeOnce) {
        if (m_stripRows == 0)
            m_stripRows = std::max(leastRows, rows / firstStrips);
        m_scene.setStrip(m_stripRow, std::min(m_stripRows, rows - m_stripRow));
    } else {
        m_scene.setStrip(0, 0);
    }
    m_clock.start();
    return true;
}

void VolumeQuality::beginSurfaces(bool resized)
{
    if (resized && m_phase == Phase::Whole) {
        m_phase = Phase::Draft; // The next sizes follow while a pane's edge is dragged.
        m_rest->start();
    }
    if (m_phase == Phase::Strips || m_surfacesMs <= DraftBudget::aimMs) {
        m_phase = Phase::Whole; // In one piece: its time goes into triangles, not into rows.
        m_rest->stop();
    }
}

void VolumeQuality::end()
{
    const double ms = std::max(0.5, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
    if (!m_scene.isVolumeRendered() && (m_phase == Phase::Whole || m_wholeOnce))
        m_surfacesMs = ms;
    if (std::exchange(m_wholeOnce, false))
        return;
    switch (m_phase) {
    case Phase::Draft:
        if (m_scene.isVolumeRendered() && !std::exchange(m_firstDraft, false))
            m_budget.noteFrame(ms);
        break;
    case Phase::Strips:
        advance(ms);
        break;
    case Phase::Whole:
        break;
    }
}

void VolumeQuality::advance(double ms)
{
    const int next = m_stripRow + m_stripRows;
    if (next >= m_rows) {
        m_phase = Phase::Whole;
        return;
    }
    // The first strip also brings the volume to the graphics memory: its time says nothing.
    if (m_stripRow > 0) {
        m_stripRows =
            std::max(leastRows, static_cast<int>(m_stripRows * std::clamp(stripMs / ms, 0.5, 3.0)));
    }
    m_stripRow = next;
    QTimer::singleShot(0, this, [this] {
        if (m_phase == Phase::Strips)
            m_repaint();
    });
}

} // namespace fovea

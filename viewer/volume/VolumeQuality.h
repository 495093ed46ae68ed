#pragma once

#include "viewer/volume/DraftBudget.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <limits>

class QTimer;

namespace fovea {

class VolumeScene;

/// Which picture of a rendered volume comes next. While anything moves: coarse ones, as coarse as
/// this machine needs to keep up. Afterwards the whole one, strip by strip, each about as long as
/// nobody minds to wait, with the events of the reader in between. Surfaces have stand-ins while
/// anything moves, unless the last whole frame of them was fast enough, and then come whole.
///
/// The host calls begin() and end() around each of its frames, and paints when asked to.
class VolumeQuality : public QObject {
    Q_OBJECT

public:
    static constexpr int restMs = 150; ///< So long after the last movement, full quality.

    /// `repaint` asks for a frame later on. `scene` must outlive this.
    VolumeQuality(VolumeScene& scene, std::function<void()> repaint, QObject* parent = nullptr);

    /// The camera, the volume or how it looks is another one.
    void changed();
    /// Only what is painted over the picture is another one: the picture stays.
    void repaintOverlay();
    /// The next frame is whole, in one piece.
    void drawWholeOnce() { m_wholeOnce = true; }
    /// Nothing is left to be refined.
    bool isWhole() const { return m_phase == Phase::Whole; }

    /// `rows`: height of the picture, device pixels. False: the picture is there already, and only
    /// what lies over it is to be painted; there is no end().
    [[nodiscard]] bool begin(int rows);
    /// The frame is on the screen: the caller has waited for OpenGL.
    void end();

private:
    enum class Phase { Draft, Strips, Whole };
    void refine();
    void beginSurfaces(bool resized);
    void advance(double ms); ///< To the next strip.

    VolumeScene& m_scene;
    std::function<void()> m_repaint;
    QTimer* m_rest;
    QElapsedTimer m_clock;
    DraftBudget m_budget;
    Phase m_phase = Phase::Draft;
    bool m_wholeOnce = false;
    bool m_overlayOnly = false;
    bool m_firstDraft = true; ///< Builds shaders and textures: its time says nothing.
    /// What the last whole frame of surfaces took: on an unknown machine, too long.
    double m_surfacesMs = std::numeric_limits<double>::infinity();
    int m_rows = 0; ///< Of the picture.
    int m_stripRow = 0;
    int m_stripRows = 0;
};

} // namespace fovea

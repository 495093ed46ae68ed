#pragma once

#include "viewer/ViewState.h"
#include "viewer/volume/VolumeScene.h"

#include <QOpenGLWidget>
#include <QPointF>

#include <memory>
#include <vector>

class QLabel;
class QTimer;

namespace fovea {

/// Hosts a VolumeScene in Qt and binds it to the ViewState: colours, visibility, cursor, volume
/// rendering. Needs OpenGL (Qt platform xcb over GLX; the "offscreen" platform has none).
///
/// Mouse: left drag rotates, middle or Shift+left drag pans, wheel or right drag zooms, a left
/// click on a surface puts the cursor there. Keys: arrows rotate, +/- zoom, A P L R S I (or H F)
/// look from that side, 0 resets.
class VolumeWidget : public QOpenGLWidget {
    Q_OBJECT

public:
    /// Call before the QApplication is made: the surface format that VTK needs, for every widget.
    static void setDefaultSurfaceFormat();

    /// `state` must outlive the widget.
    explicit VolumeWidget(ViewState& state, QWidget* parent = nullptr);
    ~VolumeWidget() override;

    /// Hands over what a worker made with buildSurfaces(). Ignored (false) if it was made from
    /// another label map than the state's, which happens when the study changed meanwhile. A change
    /// of ViewState::labels removes the surfaces.
    bool setSurfaces(SurfaceSetPtr surfaces);
    bool hasSurfaces() const { return m_hasSurfaces; }

    VolumeScene& scene() { return *m_scene; }
    void lookFrom(ViewDirection direction);

    QSize sizeHint() const override { return {512, 512}; }
    QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    /// A click on a surface. The cursor is already there.
    void picked(const fovea::SurfacePick& pick);
    /// Double click: show this view alone, or all again.
    void maximizeRequested();
    /// OpenGL is missing or too old; the widget then only says so.
    void openGlFailed(const QString& detail);

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectState();
    void interact(); ///< Draft quality now, full quality when the mouse has rested.
    void reportMissingGl();
    void releaseGl(); ///< Gives back what VTK holds in the current context.

    struct Bridge; ///< The VTK window, hidden from app/.

    ViewState& m_state;
    std::unique_ptr<VolumeScene> m_scene;
    std::unique_ptr<Bridge> m_bridge;
    std::vector<Connection> m_connections;
    QTimer* m_rest = nullptr;
    QLabel* m_missingGl = nullptr; ///< Only where OpenGL is missing.
    QPointF m_lastPosition;
    QPointF m_pressPosition;
    bool m_dragged = false;
    bool m_hasSurfaces = false;
};

} // namespace fovea

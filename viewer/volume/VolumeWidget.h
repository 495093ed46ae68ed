#pragma once

#include "viewer/ViewState.h"
#include "viewer/volume/VolumeScene.h"

#include <QElapsedTimer>
#include <QImage>
#include <QOpenGLWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QTimer;

namespace fovea {

class MeasureState;
class VolumeInteraction;
class VolumeMeasureTool;
class VolumeQuality;
class VtkBridge;

/// Hosts a VolumeScene in Qt and binds it to the ViewState: colours, visibility, cursor, volume
/// rendering. Needs OpenGL (Qt platform xcb over GLX; the "offscreen" platform has none).
///
/// A left click on what is seen puts the cursor there and says what it is; for other mouse buttons
/// and keys see VolumeInteraction.
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
    /// Factors above 1 come closer.
    void zoom(double factor);
    /// Turns the patient on a turntable until told to stop, or until a reader moves the view.
    void setSpinning(bool spinning);
    bool isSpinning() const;
    /// Shows them, and measures with their tool: then clicks are points of a measure. `measures`
    /// must outlive the widget.
    void setMeasures(MeasureState& measures);
    /// Nothing moves any more, and the picture is as good as it gets.
    bool isWhole() const;
    /// What is shown, in full quality, which may take a second.
    QImage picture();

    QSize sizeHint() const override { return {512, 512}; }
    QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    /// A click on a surface or on something in the rendered volume. The cursor is already there.
    void picked(const fovea::VolumePick& pick);
    void spinningChanged(bool spinning);
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
    void leaveEvent(QEvent* event) override;

private:
    void connectState();
    void moved(); ///< By the reader.
    void click(const QPointF& at);
    void paintOverlay();
    void reportMissingGl();
    void releaseGl(); ///< Gives back what VTK holds in the current context.

    ViewState& m_state;
    std::unique_ptr<VolumeScene> m_scene;
    std::unique_ptr<VtkBridge> m_bridge;
    std::unique_ptr<VolumeInteraction> m_interaction;
    VolumeQuality* m_quality;
    QMetaObject::Connection m_contextGoes;
    std::vector<Connection> m_connections;
    QTimer* m_spin;
    QElapsedTimer m_spinClock;
    MeasureState* m_measures = nullptr;
    VolumeMeasureTool* m_measureTool = nullptr; ///< With m_measures.
    std::optional<QPointF> m_pointer;           ///< While a measure is begun.
    QString m_picked;                           ///< What the last click met, for people.
    QLabel* m_missingGl = nullptr;              ///< Only where OpenGL is missing.
    bool m_hasSurfaces = false;
    bool m_tooOld = false; ///< OpenGL is.
};

} // namespace fovea

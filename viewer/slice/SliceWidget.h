#pragma once

#include "viewer/ViewState.h"
#include "viewer/slice/PictureTurn.h"
#include "viewer/slice/PlaneLines.h"
#include "viewer/slice/SliceCamera.h"
#include "viewer/slice/SlicePicture.h"
#include "viewer/slice/SliceProbe.h"
#include "viewer/slice/SliceStack.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fovea {

class CinePlayer;
class SliceInteraction;
class SliceSlider;

/// One of the planes through ViewState's cursor (ViewState::frame), painted on the CPU (no OpenGL).
///
/// Mouse: wheel scrolls (quicker turns by more slices), left click and drag do what
/// ViewState::mouseMode says, right drag window/level, middle or Shift+left drag pans, Ctrl+wheel
/// zooms at the pointer, Ctrl+Shift+wheel makes the slice thicker. Keys: Up/Down/Left/Right one
/// slice, Page Up/Down ten, Home/End first and last, 1 to 6 window presets, +/- zoom, R or 0 reset
/// zoom and pan. A slim bar at the right edge scrolls, too. In the mode Crosshair, a drag of a
/// plane's line shifts that plane or, near an end, turns the other two planes about the cursor.
class SliceWidget : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the widget.
    SliceWidget(ViewState& state, SliceOrientation orientation, QWidget* parent = nullptr);
    ~SliceWidget() override;

    SliceOrientation orientation() const { return m_orientation; }
    ViewState& state() const { return m_state; }

    /// How structures are named to people (app/ translates); otherwise the segmenter's name with
    /// spaces for underscores.
    void setStructureNamer(std::function<QString(const Structure&)> namer);

    // Geometry. Points are in the widget's logical pixels.
    Vec3 toPatient(const QPointF& point) const;
    /// In-plane position; the distance from the plane is dropped.
    QPointF toWidget(const Vec3& positionMm) const { return m_camera.toPicture(positionMm); }
    double mmPerPixel() const { return m_camera.mmPerPixel(); } ///< Per logical pixel.
    /// 1 where the whole volume just fits; clamped to [0.2, 40].
    double zoom() const { return m_camera.zoom(); }
    /// The plane's directions as the screen shows them, flips and turns included.
    const SliceAxes& axes() const { return m_camera.axes(); }

    /// The lines of the other planes, where they can be dragged even if they are not drawn.
    PlaneLines lines() const;

    /// Flips and turns of the picture; a new study is shown without.
    const PictureTurn& turn() const { return m_turn; }
    void setTurn(const PictureTurn& turn);

    /// Zoom, position and turn of another view of the same plane.
    void showLike(const SliceWidget& other);

    /// Shows the slice of this number instead of the cursor's, black beyond the stack; for a view
    /// of several slices at once. It then scrolls and plays cine only by asking (scrollRequested,
    /// CinePlayer::stepRequested) and has no slider; a frame says that the cursor lies in it, and
    /// the crosshair shows only there.
    void pin(int number);
    bool isPinned() const { return m_pinned.has_value(); }

    SliceProbe probe(const QPointF& point) const;

    int sliceCount() const;                         ///< 0: nothing is open.
    int sliceNumber() const;                        ///< From 1, in reading direction.
    int pageSlices() const { return m_pageSlices; } ///< What Page Up and Down scroll by.
    void setPageSlices(int slices) { m_pageSlices = slices; }
    double depthMm() const;    ///< Of the plane along axes().next, from the patient's origin.
    QString depthText() const; ///< Where the plane lies, e.g. "S 12.5 mm".

    // The interactions, for shortcuts and tests too.
    void scroll(int slices);     ///< Forward in reading direction.
    void scrollTo(int number);   ///< From 1; clamped.
    void scrollToEnd(bool last); ///< First or last slice.
    void setCursorAt(const QPointF& point);
    void setCursorMm(const Vec3& positionMm); ///< Moved into the volume's extent in the plane.
    void zoomAt(const QPointF& point, double factor);
    void panBy(const QPointF& delta);
    void resetView(); ///< Zoom 1, volume centred.
    const Slab& slab() const { return m_state.slab(m_orientation).get(); }
    CinePlayer& cine() const { return *m_cine; }
    /// Paints at once a change that only waits for its turn, so that fast scrolling leaves out no
    /// slice. Where painting is slow the wait goes on, and the next change joins.
    void paintPending();

    QSize sizeHint() const override { return {512, 512}; }
    QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    /// The pointer is over the picture.
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();
    /// A pinned view is to show what lies so many slices further.
    void scrollRequested(int slices);
    /// Another zoom, position or turn.
    void viewChanged();
    /// Double click: show this view alone, or all again.
    void maximizeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectState();
    std::optional<SliceStack> stack() const; ///< Empty: nothing is open.
    Vec3 planePointMm() const;               ///< Where the cursor would be in the plane shown.
    bool hasSlice() const;                   ///< Something is open, and pinned into its stack.
    bool hasCursor() const;                  ///< The cursor lies in the slice shown.
    void planeMoved();
    void invalidateImage(); ///< The picture itself must be painted again.
    void fitCamera();
    void applyAxes(const Vec3& pivotMm);
    void setHover(std::optional<QPointF> point);
    void showSliceNumber(); ///< In the slider and for assistive technology.

    ViewState& m_state;
    const SliceOrientation m_orientation;
    std::vector<Connection> m_connections;
    std::unique_ptr<SliceInteraction> m_interaction;
    std::unique_ptr<CinePlayer> m_cine;
    SliceSlider* m_slider;
    std::function<QString(const Structure&)> m_namer;

    PictureTurn m_turn;
    SliceCamera m_camera;
    std::optional<int> m_pinned; ///< Slice number, from 1.
    int m_pageSlices = 10;

    SlicePicture m_picture;
    std::optional<QPointF> m_hover;
};

} // namespace fovea

#pragma once

#include "viewer/ViewState.h"
#include "viewer/slice/SlicePlane.h"

#include <QImage>
#include <QPointF>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fovea {

class SliceInteraction;

/// What lies under a point of a slice.
struct SliceProbe {
    Vec3 positionMm{0, 0, 0}; ///< LPS.
    std::optional<int> hu;    ///< Nearest voxel; empty outside the volume.
    std::uint16_t label = 0;  ///< 0: no structure.
    QString structureName;    ///< For people; empty: no structure.
    std::string anatomyId;    ///< Empty: no catalogued anatomy.
};

/// One standard plane through ViewState's cursor, painted on the CPU (no OpenGL).
///
/// Mouse: wheel scrolls, left click and drag set the cursor, right drag window/level, middle or
/// Shift+left drag pans, Ctrl+wheel zooms at the pointer. Keys: Up/Down/Left/Right one slice, Page
/// Up/Down ten, Home/End first and last, 1 to 6 window presets, +/- zoom, R or 0 reset zoom and
/// pan.
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
    QPointF toWidget(const Vec3& positionMm) const;
    double mmPerPixel() const; ///< Per logical pixel.
    /// 1 where the whole volume just fits; clamped to [0.2, 40].
    double zoom() const { return m_zoom; }

    SliceProbe probe(const QPointF& point) const;

    int sliceCount() const;    ///< 0: nothing is open.
    int sliceNumber() const;   ///< From 1, in reading direction.
    QString depthText() const; ///< Where the plane lies, e.g. "S 12.5 mm".

    // The interactions, for shortcuts and tests too.
    void scroll(int slices);     ///< Forward in reading direction.
    void scrollToEnd(bool last); ///< First or last slice.
    void setCursorAt(const QPointF& point);
    void zoomAt(const QPointF& point, double factor);
    void panBy(const QPointF& delta);
    void resetView(); ///< Zoom 1, volume centred.

    QSize sizeHint() const override { return {512, 512}; }
    QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    /// The pointer is over the picture.
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();
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
    void cursorMoved(const Vec3& cursorMm);
    void invalidateImage(); ///< The picture itself must be painted again.
    void updateFit();
    void setHover(std::optional<QPointF> point);
    void renderImage();
    Vec3 viewCentreMm() const;
    void describeForAssistiveTechnology();

    ViewState& m_state;
    const SliceOrientation m_orientation;
    const SliceAxes m_axes;
    std::vector<Connection> m_connections;
    std::unique_ptr<SliceInteraction> m_interaction;
    std::function<QString(const Structure&)> m_namer;

    double m_zoom = 1.0;
    double m_fitMmPerPixel = 1.0;
    Vec3 m_centreMm{0, 0,
                    0}; ///< Shown in the widget's middle; its part along the normal is unused.

    QImage m_image;
    bool m_imageStale = true;
    double m_shownDepthMm = 0.0; ///< Cursor along the normal when m_image was painted.
    std::optional<QPointF> m_hover;
};

} // namespace fovea

#pragma once

#include "viewer/ViewState.h"
#include "viewer/bench/ResliceSlices.h"
#include "viewer/slice/SliceCamera.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace fovea {

/// A slice of ViewState painted by ResliceSlices: the picture of a SliceWidget at zoom 1 without
/// cross, letters and texts, painted again under the same conditions.
class ReslicePane : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the widget and have its study already.
    ReslicePane(ViewState& state, SliceOrientation orientation, QWidget* parent);

    const SliceAxes& axes() const { return m_camera.axes(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void renderImage();

    ViewState& m_state;
    const SliceOrientation m_orientation;
    SliceCamera m_camera;
    ResliceSlices m_slices;
    QImage m_image;
    bool m_stale = true;
    double m_shownDepthMm = 0.0;
    std::vector<Connection> m_connections;
};

} // namespace fovea

#include "viewer/slice/SlicePicture.h"

#include "viewer/slice/SliceRenderer.h"
#include "viewer/slice/SliceWidget.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace fovea {

bool SlicePicture::hasDepthOf(const SliceWidget& widget)
{
    // A cursor that moves in an oblique plane leaves it by rounding alone.
    constexpr double roundingMm = 1e-6;
    const bool same = std::abs(widget.depthMm() - m_depthMm) <= roundingMm;
    m_stale = m_stale || !same;
    return same;
}

const QImage& SlicePicture::of(const SliceWidget& widget)
{
    if (m_stale || m_image.devicePixelRatio() != widget.devicePixelRatioF()) {
        QElapsedTimer timer;
        timer.start();
        paint(widget);
        m_stale = false;
        m_depthMm = widget.depthMm();
        m_tookMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    return m_image;
}

void SlicePicture::paint(const SliceWidget& widget)
{
    const ViewState& state = widget.state();
    const double ratio = widget.devicePixelRatioF();
    const QSize size(std::max(1, static_cast<int>(std::ceil(widget.width() * ratio))),
                     std::max(1, static_cast<int>(std::ceil(widget.height() * ratio))));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);

    const LabelTable table = sliceLabelTable(state);
    SliceRequest request;
    request.volume = state.volume.get().get();
    request.labels = state.labels.get().get();
    const LabelPreviewPtr preview = state.labelPreview.get();
    request.labelPreview = preview ? &preview->block : nullptr;
    request.labelTable = table;
    request.regionMap = shownRegionMap(state);
    request.regionMapOpacity = state.regionMapOpacity.get();
    request.plane.originMm = widget.toPatient(QPointF(0.5 / ratio, 0.5 / ratio));
    request.plane.right = widget.axes().right;
    request.plane.down = widget.axes().down;
    request.plane.mmPerPixel = widget.mmPerPixel() / ratio;
    request.slab = widget.slab();
    request.window = state.windowOf(widget.orientation());
    request.inverted = state.inverted.get();
    request.interpolation = state.interpolation.get();
    request.outlinePixels =
        state.outline.get() ? std::max(1, static_cast<int>(std::lround(1.5 * ratio))) : 0;
    request.width = size.width();
    request.height = size.height();
    const int stride = static_cast<int>(m_image.bytesPerLine() / 4);
    renderSlice(request,
                {reinterpret_cast<std::uint32_t*>(m_image.bits()),
                 static_cast<std::size_t>(stride) * static_cast<std::size_t>(size.height())},
                stride);
}

} // namespace fovea

#include "app/viewbench/ReslicePane.h"

#include <QPainter>

#include <cmath>

namespace fovea {

ReslicePane::ReslicePane(ViewState& state, SliceOrientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_orientation(orientation)
    , m_camera(state.frame.get().axes(orientation))
    , m_slices(state.volume.get(), state.labels.get())
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_connections.push_back(state.cursorMm.observe([this](const Vec3& cursor) {
        m_stale = m_stale || std::abs(dot(cursor, axes().next) - m_shownDepthMm) > 1e-6;
        update();
    }));
    m_connections.push_back(state.frame.observe([this](const PlaneFrame& frame) {
        m_camera.setAxes(frame.axes(m_orientation), m_state.cursorMm.get());
        m_stale = true;
        update();
    }));
    m_connections.push_back(state.slab(orientation).observe([this](const Slab&) {
        m_stale = true;
        update();
    }));
}

void ReslicePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_image = QImage(size(), QImage::Format_RGB32);
    m_camera.setSize(size(), &m_state.volume.get()->geometry());
    m_camera.reset(m_state.volume.get()->geometry());
    m_stale = true;
}

void ReslicePane::renderImage()
{
    const LabelTable table = sliceLabelTable(m_state);
    SliceRequest request;
    request.labelTable = table;
    request.plane = {m_camera.toPatient({0.5, 0.5}, m_state.cursorMm.get()), axes().right,
                     axes().down, m_camera.mmPerPixel()};
    request.slab = m_state.slab(m_orientation).get();
    request.window = m_state.window.get();
    request.interpolation = m_state.interpolation.get();
    request.width = m_image.width();
    request.height = m_image.height();
    m_slices.render(request,
                    {reinterpret_cast<std::uint32_t*>(m_image.bits()),
                     static_cast<std::size_t>(m_image.sizeInBytes()) / 4},
                    static_cast<int>(m_image.bytesPerLine() / 4));
    m_stale = false;
    m_shownDepthMm = dot(m_state.cursorMm.get(), axes().next);
}

void ReslicePane::paintEvent(QPaintEvent*)
{
    if (m_stale)
        renderImage();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_image);
}

} // namespace fovea

#include "viewer/slice/SliceWidget.h"

#include "viewer/slice/SliceInteraction.h"
#include "viewer/slice/SliceOverlay.h"
#include "viewer/slice/SliceRenderer.h"
#include "viewer/slice/SliceTool.h"
#include "viewer/viewerTexts.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fovea {

SliceWidget::SliceWidget(ViewState& state, SliceOrientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_orientation(orientation)
    , m_axes(sliceAxes(orientation))
    , m_interaction(std::make_unique<SliceInteraction>(*this))
    , m_namer(plainStructureName)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Right drag is the window: no menu in between.
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAccessibleName(tr("%1 slices").arg(sliceOrientationName(orientation)));
    connectState();
    resetView();
    describeForAssistiveTechnology();
}

SliceWidget::~SliceWidget() = default;

void SliceWidget::connectState()
{
    const auto repaint = [this](const auto&) { update(); };
    const auto render = [this](const auto&) { invalidateImage(); };
    m_connections.push_back(m_state.volume.observe([this](const VolumePtr&) {
        m_hover.reset();
        resetView();
        describeForAssistiveTechnology();
    }));
    m_connections.push_back(
        m_state.cursorMm.observe([this](const Vec3& cursor) { cursorMoved(cursor); }));
    m_connections.push_back(m_state.labels.observe(render));
    m_connections.push_back(m_state.window.observe(render));
    m_connections.push_back(m_state.interpolation.observe(render));
    m_connections.push_back(m_state.overlayMode.observe(render));
    m_connections.push_back(m_state.overlaysVisible.observe(render));
    m_connections.push_back(m_state.overlayOpacity.observe(render));
    m_connections.push_back(m_state.outline.observe(render));
    m_connections.push_back(m_state.hiddenLabels.observe(render));
    m_connections.push_back(m_state.hiddenAnatomies.observe(render));
    m_connections.push_back(m_state.labelColours.observe(render));
    m_connections.push_back(m_state.abnormality.observe(render));
    m_connections.push_back(m_state.crosshairVisible.observe(repaint));
    m_connections.push_back(m_state.annotationsVisible.observe(repaint));
    m_connections.push_back(m_state.sliceTool.observe(repaint));
}

void SliceWidget::setStructureNamer(std::function<QString(const Structure&)> namer)
{
    m_namer = namer ? std::move(namer) : plainStructureName;
    update();
}

void SliceWidget::invalidateImage()
{
    m_imageStale = true;
    update();
}

void SliceWidget::cursorMoved(const Vec3& cursorMm)
{
    if (dot(cursorMm, m_axes.next) != m_shownDepthMm) {
        m_imageStale = true;
        describeForAssistiveTechnology();
    }
    update();
}

void SliceWidget::describeForAssistiveTechnology()
{
    setAccessibleDescription(
        m_state.volume.get()
            ? tr("Slice %1 of %2, %3").arg(sliceNumber()).arg(sliceCount()).arg(depthText())
            : tr("No study open"));
}

// Geometry

double SliceWidget::mmPerPixel() const
{
    return m_fitMmPerPixel / m_zoom;
}

Vec3 SliceWidget::viewCentreMm() const
{
    return m_axes.right * dot(m_centreMm, m_axes.right) +
           m_axes.down * dot(m_centreMm, m_axes.down) +
           m_axes.next * dot(m_state.cursorMm.get(), m_axes.next);
}

Vec3 SliceWidget::toPatient(const QPointF& point) const
{
    return viewCentreMm() + m_axes.right * ((point.x() - width() / 2.0) * mmPerPixel()) +
           m_axes.down * ((point.y() - height() / 2.0) * mmPerPixel());
}

QPointF SliceWidget::toWidget(const Vec3& positionMm) const
{
    const Vec3 d = positionMm - viewCentreMm();
    return {width() / 2.0 + dot(d, m_axes.right) / mmPerPixel(),
            height() / 2.0 + dot(d, m_axes.down) / mmPerPixel()};
}

void SliceWidget::updateFit()
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume || width() <= 0 || height() <= 0)
        return;
    const auto sizeMm = [&](const Vec3& direction) {
        const auto [low, high] = extentMm(volume->geometry(), direction);
        return high - low + sliceStepMm(volume->geometry(), direction);
    };
    m_fitMmPerPixel =
        std::max({sizeMm(m_axes.right) / width(), sizeMm(m_axes.down) / height(), 1e-6});
}

int SliceWidget::sliceCount() const
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return 0;
    const auto [low, high] = extentMm(volume->geometry(), m_axes.next);
    return static_cast<int>(
               std::lround((high - low) / sliceStepMm(volume->geometry(), m_axes.next))) +
           1;
}

int SliceWidget::sliceNumber() const
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return 0;
    const double low = extentMm(volume->geometry(), m_axes.next).first;
    const double step = sliceStepMm(volume->geometry(), m_axes.next);
    // Half-way goes up, as in the renderer's nearest slice of a grid that runs this way.
    const double at = (dot(m_state.cursorMm.get(), m_axes.next) - low) / step;
    return std::clamp(static_cast<int>(std::floor(at + 0.5)), 0, sliceCount() - 1) + 1;
}

QString SliceWidget::depthText() const
{
    const double depth = dot(m_state.cursorMm.get(), m_axes.next);
    const double rounded = std::round(depth * 10) / 10;
    return tr("%1 %2 mm")
        .arg(QString::fromStdString(orientationLetters(m_axes.next * (rounded < 0 ? -1 : 1))))
        .arg(std::abs(rounded), 0, 'f', 1);
}

SliceProbe SliceWidget::probe(const QPointF& point) const
{
    SliceProbe probe;
    probe.positionMm = toPatient(point);
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return probe;
    const Vec3 at = volume->geometry().patientToIndex(probe.positionMm);
    Index3 index{};
    for (int a = 0; a < 3; ++a)
        index[a] = static_cast<int>(std::floor(std::clamp(at[a], -1e6, 1e6) + 0.5));
    if (!volume->geometry().contains(index))
        return probe;
    probe.hu = volume->at(index);
    const LabelMapPtr& labels = m_state.labels.get();
    if (!labels)
        return probe;
    probe.label = labels->at(index);
    if (const Structure* structure = labels->structure(probe.label)) {
        probe.structureName = m_namer(*structure);
        probe.anatomyId = structure->anatomyId;
    }
    return probe;
}

// What the interactions do

void SliceWidget::scroll(int slices)
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return;
    const double low = extentMm(volume->geometry(), m_axes.next).first;
    const double step = sliceStepMm(volume->geometry(), m_axes.next);
    const int target = std::clamp(sliceNumber() - 1 + slices, 0, sliceCount() - 1);
    const Vec3 cursor = m_state.cursorMm.get();
    const double depth = low + target * step;
    m_state.cursorMm.set(cursor + m_axes.next * (depth - dot(cursor, m_axes.next)));
}

void SliceWidget::scrollToEnd(bool last)
{
    scroll(last ? sliceCount() : -sliceCount());
}

void SliceWidget::setCursorAt(const QPointF& point)
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return;
    Vec3 at = toPatient(point);
    for (const Vec3& direction : {m_axes.right, m_axes.down}) {
        const auto [low, high] = extentMm(volume->geometry(), direction);
        const double along = dot(at, direction);
        at = at + direction * (std::clamp(along, low, high) - along);
    }
    m_state.cursorMm.set(at);
}

void SliceWidget::zoomAt(const QPointF& point, double factor)
{
    const Vec3 fixed = toPatient(point);
    m_zoom = std::clamp(m_zoom * factor, 0.2, 40.0);
    m_centreMm = m_centreMm + (fixed - toPatient(point));
    invalidateImage();
}

void SliceWidget::panBy(const QPointF& delta)
{
    m_centreMm = m_centreMm - m_axes.right * (delta.x() * mmPerPixel()) -
                 m_axes.down * (delta.y() * mmPerPixel());
    invalidateImage();
}

void SliceWidget::resetView()
{
    m_zoom = 1.0;
    if (const VolumePtr& volume = m_state.volume.get())
        m_centreMm = volume->geometry().centreMm();
    updateFit();
    invalidateImage();
}

// Painting

void SliceWidget::renderImage()
{
    const double ratio = devicePixelRatioF();
    const QSize size(std::max(1, static_cast<int>(std::ceil(width() * ratio))),
                     std::max(1, static_cast<int>(std::ceil(height() * ratio))));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);

    const LabelTable table = sliceLabelTable(m_state);
    SliceRequest request;
    request.volume = m_state.volume.get().get();
    request.labels = m_state.labels.get().get();
    request.labelTable = table;
    request.plane.originMm = toPatient(QPointF(0.5 / ratio, 0.5 / ratio));
    request.plane.right = m_axes.right;
    request.plane.down = m_axes.down;
    request.plane.mmPerPixel = mmPerPixel() / ratio;
    request.window = m_state.window.get();
    request.interpolation = m_state.interpolation.get();
    request.outlinePixels =
        m_state.outline.get() ? std::max(1, static_cast<int>(std::lround(1.5 * ratio))) : 0;
    request.width = size.width();
    request.height = size.height();
    const int stride = static_cast<int>(m_image.bytesPerLine() / 4);
    renderSlice(request,
                {reinterpret_cast<std::uint32_t*>(m_image.bits()),
                 static_cast<std::size_t>(stride) * static_cast<std::size_t>(size.height())},
                stride);
    m_imageStale = false;
    m_shownDepthMm = dot(m_state.cursorMm.get(), m_axes.next);
}

void SliceWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    SliceOverlay overlay(*this, painter);
    if (!m_state.volume.get()) {
        painter.fillRect(rect(), Qt::black);
        overlay.drawEmptyState();
        return;
    }
    if (m_imageStale || m_image.devicePixelRatio() != devicePixelRatioF())
        renderImage();
    painter.drawImage(QPointF(0, 0), m_image);
    if (m_state.crosshairVisible.get())
        overlay.drawCrosshair();
    if (SliceTool* tool = m_state.sliceTool.get())
        tool->paint(*this, painter);
    if (m_state.annotationsVisible.get())
        overlay.drawAnnotations(m_hover);
    if (hasFocus()) {
        painter.setPen(QPen(planeColour(m_orientation), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SliceWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateFit();
    invalidateImage();
}

// Events

void SliceWidget::setHover(std::optional<QPointF> point)
{
    m_hover = m_state.volume.get() ? point : std::nullopt;
    if (m_hover)
        Q_EMIT hovered(probe(*m_hover));
    else
        Q_EMIT hoverLeft();
    update();
}

void SliceWidget::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(m_state.volume.get() && m_interaction->press(*event));
}

void SliceWidget::mouseMoveEvent(QMouseEvent* event)
{
    m_interaction->move(*event);
    setHover(event->position());
}

void SliceWidget::mouseReleaseEvent(QMouseEvent* event)
{
    event->setAccepted(m_interaction->release(*event));
}

void SliceWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_interaction->toolPress(*event))
        return;
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximizeRequested();
    else
        mousePressEvent(event);
}

void SliceWidget::wheelEvent(QWheelEvent* event)
{
    event->setAccepted(m_state.volume.get() && m_interaction->wheel(*event));
    if (m_hover)
        setHover(event->position());
}

void SliceWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_interaction->key(*event))
        QWidget::keyPressEvent(event);
}

void SliceWidget::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHover(std::nullopt);
}

void SliceWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SliceWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SliceWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("%1 slices").arg(sliceOrientationName(m_orientation)));
        describeForAssistiveTechnology();
        update();
    }
}

} // namespace fovea

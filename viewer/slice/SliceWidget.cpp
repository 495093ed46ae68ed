#include "viewer/slice/SliceWidget.h"

#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceInteraction.h"
#include "viewer/slice/SliceOverlay.h"
#include "viewer/slice/SliceRenderer.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceTool.h"
#include "viewer/viewerTexts.h"

#include <QElapsedTimer>
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
    , m_interaction(std::make_unique<SliceInteraction>(*this))
    , m_slider(new SliceSlider(planeColour(orientation), this))
    , m_namer(plainStructureName)
    , m_camera(sliceAxes(orientation))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Right drag is the window: no menu in between.
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAccessibleName(tr("%1 slices").arg(sliceOrientationName(orientation)));
    m_slider->setObjectName(QStringLiteral("sliceSlider"));
    m_slider->setAccessibleName(tr("Slice"));
    connect(m_slider, &SliceSlider::sliderMoved, this, &SliceWidget::scrollTo);
    connect(m_slider, &SliceSlider::entered, this, [this] { setHover(std::nullopt); });
    connectState();
    m_cine = std::make_unique<CinePlayer>(*this);
    connect(m_cine.get(), &CinePlayer::playingChanged, this, qOverload<>(&QWidget::update));
    resetView();
    showSliceNumber();
}

SliceWidget::~SliceWidget() = default;

void SliceWidget::connectState()
{
    m_connections.push_back(m_state.volume.observe([this](const VolumePtr&) {
        m_hover.reset();
        setTurn({});
        resetView();
        showSliceNumber();
    }));
    m_connections.push_back(
        m_state.cursorMm.observe([this](const Vec3& cursor) { cursorMoved(cursor); }));
    m_connections.push_back(m_state.frame.observe([this](const PlaneFrame&) {
        // The lines of the others turn also where this plane stands still.
        update();
        applyAxes(m_state.cursorMm.get());
    }));
    const auto onEach = [this](const auto& what, auto&... properties) {
        (m_connections.push_back(properties.observe(what)), ...);
    };
    onEach([this](const auto&) { invalidateImage(); }, m_state.labels, m_state.labelPreview,
           m_state.window, m_state.inverted, m_state.slab(m_orientation), m_state.interpolation,
           m_state.overlayMode, m_state.overlaysVisible, m_state.overlayOpacity, m_state.outline,
           m_state.hiddenLabels, m_state.hiddenAnatomies, m_state.labelColours,
           m_state.abnormality);
    onEach([this](const auto&) { update(); }, m_state.crosshairVisible, m_state.annotationsVisible,
           m_state.mouseMode, m_state.sliceTool, m_state.slab(SliceOrientation::Axial),
           m_state.slab(SliceOrientation::Coronal), m_state.slab(SliceOrientation::Sagittal));
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
    // A cursor that moves in an oblique plane leaves it by rounding alone.
    constexpr double roundingMm = 1e-6;
    if (std::abs(dot(cursorMm, axes().next) - m_shownDepthMm) > roundingMm) {
        m_imageStale = true;
        showSliceNumber();
    }
    update();
}

void SliceWidget::showSliceNumber()
{
    m_slider->show(sliceNumber(), sliceCount());
    setAccessibleDescription(
        m_state.volume.get()
            ? tr("Slice %1 of %2, %3").arg(sliceNumber()).arg(sliceCount()).arg(depthText())
            : tr("No study open"));
}

// Geometry

Vec3 SliceWidget::toPatient(const QPointF& point) const
{
    return m_camera.toPatient(point, m_state.cursorMm.get());
}

void SliceWidget::setTurn(const PictureTurn& turn)
{
    m_turn = turn;
    applyAxes(toPatient(QRectF(rect()).center()));
    fitCamera();
    invalidateImage();
}

void SliceWidget::applyAxes(const Vec3& pivotMm)
{
    const SliceAxes shown = m_turn.applied(m_state.frame.get().axes(m_orientation));
    if (shown == axes())
        return;
    m_camera.setAxes(shown, pivotMm);
    showSliceNumber();
    invalidateImage();
}

PlaneLines SliceWidget::lines() const
{
    return {m_state.frame.get(), m_orientation, m_camera, m_state.cursorMm.get()};
}

void SliceWidget::fitCamera()
{
    const VolumePtr& volume = m_state.volume.get();
    m_camera.setSize(size(), volume ? &volume->geometry() : nullptr);
}

std::optional<SliceStack> SliceWidget::stack() const
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return std::nullopt;
    return SliceStack(volume->geometry(), axes().next);
}

int SliceWidget::sliceCount() const
{
    const auto slices = stack();
    return slices ? slices->count() : 0;
}

int SliceWidget::sliceNumber() const
{
    const auto slices = stack();
    return slices ? slices->numberAt(m_state.cursorMm.get()) : 0;
}

QString SliceWidget::depthText() const
{
    const double depth = dot(m_state.cursorMm.get(), axes().next);
    const double rounded = std::round(depth * 10) / 10;
    return tr("%1 %2 mm")
        .arg(QString::fromStdString(orientationLetters(axes().next * (rounded < 0 ? -1 : 1))))
        .arg(std::abs(rounded), 0, 'f', 1);
}

SliceProbe SliceWidget::probe(const QPointF& point) const
{
    SliceProbe probe = probeSlice(m_state, toPatient(point), axes().next, slab());
    const LabelMapPtr& labels = m_state.labels.get();
    if (const Structure* structure = labels ? labels->structure(probe.label) : nullptr)
        probe.structureName = m_namer(*structure);
    return probe;
}

// What the interactions do

void SliceWidget::scroll(int slices)
{
    scrollTo(sliceNumber() + slices);
}

void SliceWidget::scrollTo(int number)
{
    if (const auto slices = stack())
        m_state.cursorMm.set(slices->movedInto(number, m_state.cursorMm.get()));
}

void SliceWidget::scrollToEnd(bool last)
{
    scroll(last ? sliceCount() : -sliceCount());
}

void SliceWidget::setCursorAt(const QPointF& point)
{
    setCursorMm(toPatient(point));
}

void SliceWidget::setCursorMm(const Vec3& positionMm)
{
    const VolumePtr& volume = m_state.volume.get();
    if (!volume)
        return;
    Vec3 at = positionMm;
    for (const Vec3& direction : {axes().right, axes().down}) {
        const auto [low, high] = extentMm(volume->geometry(), direction);
        const double along = dot(at, direction);
        at = at + direction * (std::clamp(along, low, high) - along);
    }
    m_state.cursorMm.set(at);
}

void SliceWidget::zoomAt(const QPointF& point, double factor)
{
    m_camera.zoomAt(point, factor);
    invalidateImage();
}

void SliceWidget::panBy(const QPointF& delta)
{
    m_camera.panBy(delta);
    invalidateImage();
}

void SliceWidget::resetView()
{
    fitCamera();
    if (const VolumePtr& volume = m_state.volume.get())
        m_camera.reset(volume->geometry());
    invalidateImage();
}

// Painting

void SliceWidget::paintPending()
{
    constexpr double slowMs = 100;
    if (m_imageStale && m_renderMs < slowMs && isVisible())
        repaint();
}

void SliceWidget::renderImage()
{
    QElapsedTimer timer;
    timer.start();
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
    const LabelPreviewPtr preview = m_state.labelPreview.get();
    request.labelPreview = preview ? &preview->block : nullptr;
    request.labelTable = table;
    request.plane.originMm = toPatient(QPointF(0.5 / ratio, 0.5 / ratio));
    request.plane.right = axes().right;
    request.plane.down = axes().down;
    request.plane.mmPerPixel = mmPerPixel() / ratio;
    request.slab = slab();
    request.window = m_state.window.get();
    request.inverted = m_state.inverted.get();
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
    m_shownDepthMm = dot(m_state.cursorMm.get(), axes().next);
    m_renderMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
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
        overlay.drawCrosshair(m_hover);
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
    m_slider->setGeometry(width() - SliceSlider::thickness, 0, SliceSlider::thickness, height());
    fitCamera();
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
        m_slider->setAccessibleName(tr("Slice"));
        showSliceNumber();
        update();
    }
}

} // namespace fovea

#include "viewer/slice/SliceWidget.h"

#include "viewer/slice/CinePlayer.h"
#include "viewer/slice/SliceInteraction.h"
#include "viewer/slice/SliceOverlay.h"
#include "viewer/slice/SliceSlider.h"
#include "viewer/slice/SliceTool.h"
#include "viewer/viewerTexts.h"

#include <QPainter>

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
    m_connections.push_back(m_state.cursorMm.observe([this](const Vec3&) { planeMoved(); }));
    m_connections.push_back(m_state.frame.observe([this](const PlaneFrame&) {
        // The lines of the others turn also where this plane stands still.
        update();
        applyAxes(m_state.cursorMm.get());
    }));
    const auto onEach = [this](const auto& what, auto&... properties) {
        (m_connections.push_back(properties.observe(what)), ...);
    };
    onEach([this](const auto&) { invalidateImage(); }, m_state.labels, m_state.labelPreview,
           m_state.window, m_state.ownWindow(m_orientation), m_state.inverted,
           m_state.slab(m_orientation), m_state.interpolation, m_state.overlayMode,
           m_state.overlaysVisible, m_state.overlayOpacity, m_state.outline, m_state.hiddenLabels,
           m_state.hiddenAnatomies, m_state.labelColours, m_state.abnormality, m_state.regionMap,
           m_state.regionMapVisible, m_state.regionMapOpacity);
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
    m_picture.invalidate();
    update();
}

void SliceWidget::planeMoved()
{
    if (!m_picture.hasDepthOf(*this))
        showSliceNumber();
    update();
}

void SliceWidget::showSliceNumber()
{
    m_slider->show(sliceNumber(), isPinned() ? 0 : sliceCount());
    setAccessibleDescription(
        m_state.volume.get()
            ? tr("Slice %1 of %2, %3").arg(sliceNumber()).arg(sliceCount()).arg(depthText())
            : tr("No study open"));
}

// Geometry

Vec3 SliceWidget::toPatient(const QPointF& point) const
{
    return m_camera.toPatient(point, planePointMm());
}

void SliceWidget::setTurn(const PictureTurn& turn)
{
    m_turn = turn;
    applyAxes(toPatient(QRectF(rect()).center()));
    fitCamera();
    invalidateImage();
    Q_EMIT viewChanged();
}

void SliceWidget::showLike(const SliceWidget& other)
{
    m_turn = other.m_turn;
    m_camera = other.m_camera;
    fitCamera();
    invalidateImage();
}

void SliceWidget::pin(int number)
{
    if (m_pinned == number)
        return;
    m_pinned = number;
    planeMoved();
    showSliceNumber(); // Without its slider, even where the depth is the same.
}

Vec3 SliceWidget::planePointMm() const
{
    const Vec3& cursor = m_state.cursorMm.get();
    const auto slices = m_pinned ? stack() : std::nullopt;
    return slices ? slices->movedInto(*m_pinned, cursor) : cursor;
}

bool SliceWidget::hasSlice() const
{
    return m_state.volume.get() && (!m_pinned || (*m_pinned >= 1 && *m_pinned <= stack()->count()));
}

bool SliceWidget::hasCursor() const
{
    const auto slices = m_pinned ? stack() : std::nullopt;
    return !slices || slices->numberAt(m_state.cursorMm.get()) == *m_pinned;
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
    if (m_pinned)
        return *m_pinned;
    const auto slices = stack();
    return slices ? slices->numberAt(m_state.cursorMm.get()) : 0;
}

double SliceWidget::depthMm() const
{
    return dot(planePointMm(), axes().next);
}

QString SliceWidget::depthText() const
{
    return planeDepthText(axes().next, depthMm());
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
    if (m_pinned)
        Q_EMIT scrollRequested(number - *m_pinned);
    else if (const auto slices = stack())
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
    if (const VolumePtr& volume = m_state.volume.get())
        m_state.cursorMm.set(movedInside(volume->geometry(), axes(), positionMm));
}

void SliceWidget::zoomAt(const QPointF& point, double factor)
{
    m_camera.zoomAt(point, factor);
    invalidateImage();
    Q_EMIT viewChanged();
}

void SliceWidget::panBy(const QPointF& delta)
{
    m_camera.panBy(delta);
    invalidateImage();
    Q_EMIT viewChanged();
}

void SliceWidget::resetView()
{
    fitCamera();
    if (const VolumePtr& volume = m_state.volume.get())
        m_camera.reset(volume->geometry());
    invalidateImage();
    Q_EMIT viewChanged();
}

// Painting

void SliceWidget::paintPending()
{
    if (m_picture.isQuicklyMended() && isVisible())
        repaint();
}

void SliceWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    SliceOverlay overlay(*this, painter);
    if (!hasSlice()) {
        painter.fillRect(rect(), Qt::black);
        if (!m_state.volume.get())
            overlay.drawEmptyState();
        return;
    }
    painter.drawImage(QPointF(0, 0), m_picture.of(*this));
    if (m_state.crosshairVisible.get() && hasCursor())
        overlay.drawCrosshair(m_hover);
    if (SliceTool* tool = m_state.sliceTool.get())
        tool->paint(*this, painter);
    if (m_state.annotationsVisible.get())
        overlay.drawAnnotations(m_hover);
    // Of the tiles of a light box, one says it for all.
    if (!m_pinned || hasCursor())
        overlay.drawRegionMapLegend();
    if (m_pinned ? hasCursor() : hasFocus()) {
        painter.setPen(QPen(planeColour(m_orientation), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace fovea

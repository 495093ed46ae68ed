#include "viewer/volume/VolumeWidget.h"

#include "viewer/measure/MeasureState.h"
#include "viewer/viewerTexts.h"
#include "viewer/volume/VolumeInteraction.h"
#include "viewer/volume/VolumeMeasureTool.h"
#include "viewer/volume/VolumeOverlay.h"
#include "viewer/volume/VolumeQuality.h"
#include "viewer/volume/VtkBridgeInternals.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QPainter>
#include <QSurfaceFormat>
#include <QTimer>
#include <QWheelEvent>

#include <optional>
#include <utility>

namespace fovea {

void VolumeWidget::setDefaultSurfaceFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(0);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
}

VolumeWidget::VolumeWidget(ViewState& state, QWidget* parent)
    : QOpenGLWidget(parent)
    , m_state(state)
    , m_scene(std::make_unique<VolumeScene>())
    , m_bridge(std::make_unique<VtkBridge>(*this))
    , m_interaction(std::make_unique<VolumeInteraction>(*m_scene))
    , m_quality(new VolumeQuality(
          *m_scene, [this] { update(); }, this))
    , m_spin(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAccessibleName(tr("3D view"));
    constexpr int spinMs = 33;
    constexpr double degreesPerSecond = 36;
    m_spin->setInterval(spinMs);
    connect(m_spin, &QTimer::timeout, this, [this] {
        m_scene->spin(degreesPerSecond * static_cast<double>(m_spinClock.restart()) / 1000);
        m_quality->changed();
    });
    connectState();
}

VolumeWidget::~VolumeWidget()
{
    disconnect(m_contextGoes);
    releaseGl();
}

void VolumeWidget::connectState()
{
    const auto recolour = [this](const auto&) {
        m_scene->setLabelTable(surfaceLabelTable(m_state));
        if (m_scene->isVolumeRendered())
            m_quality->repaintOverlay(); // Nothing of the picture has these colors.
        else
            m_quality->changed();
    };
    const auto crop = [this](const auto&) {
        m_scene->setFocus(m_state.crop.get().box);
        m_scene->setCrop(
            m_state.crop.get().halfSpaces(m_state.cursorMm.get(), m_state.frame.get()));
        m_quality->changed();
    };
    const auto followPlane = [this, crop](const auto& value) {
        if (m_state.crop.get().plane)
            crop(value);
    };
    const auto mark = [this](const auto&) {
        const bool shown = m_state.volume.get() && m_state.crosshairVisible.get();
        m_scene->setCursor(shown ? std::optional(m_state.cursorMm.get()) : std::nullopt,
                           m_state.frame.get());
        // The cursor is dragged in other views: a rendered volume must not slow that down.
        m_quality->changed();
    };
    const auto showVolume = [this, mark](const VolumePtr& volume) {
        setSpinning(false);
        m_picked.clear();
        if (m_measureTool)
            m_measureTool->drop();
        m_scene->setVolume(volume);
        mark(volume);
    };
    const auto render = [this](const std::optional<VolumeLook>& look) {
        m_scene->setVolumeRendering(look);
        m_quality->changed();
    };
    const auto showRegions = [this](const auto&) {
        m_scene->setRegionMap(shownRegionMap(m_state));
        m_quality->changed();
    };
    m_connections.push_back(m_state.regionMap.observe(showRegions));
    m_connections.push_back(m_state.regionMapVisible.observe(showRegions));
    m_connections.push_back(m_state.overlaysVisible.observe(showRegions));
    m_connections.push_back(m_state.volume.observe(showVolume));
    m_connections.push_back(m_state.labels.observe([this, recolour](const LabelMapPtr& labels) {
        m_hasSurfaces = false;
        m_scene->setSurfaces(nullptr);
        m_scene->setLabels(labels);
        recolour(labels);
    }));
    m_connections.push_back(m_state.cursorMm.observe(mark));
    m_connections.push_back(m_state.frame.observe(mark));
    m_connections.push_back(m_state.cursorMm.observe(followPlane));
    m_connections.push_back(m_state.frame.observe(followPlane));
    m_connections.push_back(m_state.crop.observe(crop));
    m_connections.push_back(m_state.crosshairVisible.observe(mark));
    m_connections.push_back(m_state.overlayMode.observe(recolour));
    m_connections.push_back(m_state.overlaysVisible.observe(recolour));
    m_connections.push_back(m_state.surfaceOpacity.observe(recolour));
    m_connections.push_back(m_state.hiddenLabels.observe(recolour));
    m_connections.push_back(m_state.hiddenAnatomies.observe(recolour));
    m_connections.push_back(m_state.labelColours.observe(recolour));
    m_connections.push_back(m_state.abnormality.observe(recolour));
    m_connections.push_back(m_state.abnormalAnatomies.observe(recolour));
    m_connections.push_back(
        m_state.annotationsVisible.observe([this](const auto&) { m_quality->repaintOverlay(); }));
    m_connections.push_back(m_state.abnormalInShells.observe(recolour));
    m_connections.push_back(m_state.volumeRendering.observe(render));
    showVolume(m_state.volume.get());
    render(m_state.volumeRendering.get());
    m_scene->setLabels(m_state.labels.get());
    crop(m_state.crop.get());
    recolour(m_state.labels.get());
    showRegions(m_state.regionMap.get());
}

bool VolumeWidget::setSurfaces(SurfaceSetPtr surfaces)
{
    if (surfaces && surfaces->labels() != m_state.labels.get())
        return false;
    m_hasSurfaces = surfaces != nullptr;
    m_scene->setSurfaces(std::move(surfaces));
    m_quality->changed();
    return true;
}

void VolumeWidget::lookFrom(ViewDirection direction)
{
    m_scene->resetCamera(direction);
    moved();
}

void VolumeWidget::zoom(double factor)
{
    m_scene->zoom(factor);
    moved();
}

void VolumeWidget::setSpinning(bool spinning)
{
    if (spinning == isSpinning())
        return;
    if (spinning) {
        m_spinClock.start();
        m_spin->start();
    } else {
        m_spin->stop();
    }
    Q_EMIT spinningChanged(spinning);
}

bool VolumeWidget::isSpinning() const
{
    return m_spin->isActive();
}

void VolumeWidget::moved()
{
    setSpinning(false);
    m_quality->changed();
}

void VolumeWidget::setMeasures(MeasureState& measures)
{
    m_measures = &measures;
    m_measureTool = new VolumeMeasureTool(measures, this);
    // Over the picture, which stays: a rendered volume would be drawn again for nothing else.
    const auto repaint = [this](const auto&) { m_quality->repaintOverlay(); };
    m_connections.push_back(measures.measures.observe(repaint));
    m_connections.push_back(measures.selected.observe(repaint));
    m_connections.push_back(measures.visible.observe(repaint));
    connect(m_measureTool, &VolumeMeasureTool::changed, this, [this] {
        setCursor(m_measureTool->takesPicks() ? Qt::CrossCursor : Qt::ArrowCursor);
        setMouseTracking(!m_measureTool->points().empty());
        m_pointer.reset();
        m_quality->repaintOverlay();
    });
}

bool VolumeWidget::isWhole() const
{
    return m_quality->isWhole();
}

QImage VolumeWidget::picture()
{
    m_quality->drawWholeOnce();
    return grabFramebuffer();
}

// OpenGL

void VolumeWidget::initializeGL()
{
    m_tooOld = !m_bridge->start();
    if (m_tooOld)
        return; // Said by reportMissingGl().
    m_scene->setRenderWindow(m_bridge->window());
    m_bridge->resize();
    m_quality->changed(); // Nothing of the last context is left.
    // The context is another one after the widget moved to another window.
    m_contextGoes =
        connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { releaseGl(); });
}

void VolumeWidget::showEvent(QShowEvent* event)
{
    QOpenGLWidget::showEvent(event);
    // Qt makes the context while showing, or silently never.
    QTimer::singleShot(0, this, [this] { reportMissingGl(); });
}

void VolumeWidget::reportMissingGl()
{
    if (m_missingGl || !isVisible() || (isValid() && !m_tooOld))
        return;
    m_missingGl = new QLabel(tr("The 3D view needs OpenGL 3.2, which is missing here."), this);
    m_missingGl->setAlignment(Qt::AlignCenter);
    m_missingGl->setWordWrap(true);
    m_missingGl->setGeometry(rect());
    m_missingGl->show();
    Q_EMIT openGlFailed(isValid() ? QStringLiteral("OpenGL %1.%2")
                                        .arg(context()->format().majorVersion())
                                        .arg(context()->format().minorVersion())
                                  : QStringLiteral("no OpenGL context"));
}

void VolumeWidget::resizeEvent(QResizeEvent* event)
{
    QOpenGLWidget::resizeEvent(event);
    if (m_missingGl)
        m_missingGl->setGeometry(rect());
}

void VolumeWidget::releaseGl()
{
    if (!context() || m_tooOld)
        return;
    makeCurrent();
    m_scene->setRenderWindow(nullptr);
    m_bridge->stop();
    doneCurrent();
}

void VolumeWidget::resizeGL(int, int)
{
    if (m_tooOld)
        return;
    m_bridge->resize();
    m_scene->resized();
}

void VolumeWidget::paintGL()
{
    if (m_tooOld || !m_bridge->isReady())
        return;
    m_bridge->resize(); // The pixel ratio changes without a resize.
    if (m_quality->begin(m_bridge->window()->GetSize()[1])) {
        m_bridge->draw();
        // Nobody knows how long a frame took, nor sees it, before it is done.
        context()->functions()->glFinish();
        m_quality->end();
    } else {
        m_bridge->showAgain();
    }
    paintOverlay();
}

void VolumeWidget::paintOverlay()
{
    VolumeOverlay::Shown shown;
    shown.size = size();
    shown.pixelRatio = devicePixelRatioF();
    shown.picked = m_picked;
    shown.measures = m_measures;
    if (m_measureTool) {
        shown.begun = m_measureTool->points();
        shown.pointer = m_pointer;
    }
    QPainter painter(this);
    VolumeOverlay(m_state, *m_scene, shown, painter).paint();
}

// Mouse and keys

void VolumeWidget::mousePressEvent(QMouseEvent* event)
{
    setSpinning(false);
    m_interaction->press(*event);
}

void VolumeWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (m_measureTool && !m_measureTool->points().empty()) {
        m_pointer = event->position();
        m_quality->repaintOverlay();
    }
    if (event->buttons() != Qt::NoButton &&
        m_interaction->move(*event, size(), devicePixelRatioF()))
        moved();
}

void VolumeWidget::leaveEvent(QEvent* event)
{
    QOpenGLWidget::leaveEvent(event);
    if (std::exchange(m_pointer, std::nullopt))
        m_quality->repaintOverlay();
}

void VolumeWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_interaction->release(*event) && isValid())
        click(event->position());
}

void VolumeWidget::click(const QPointF& at)
{
    const double ratio = devicePixelRatioF();
    const auto pick = m_scene->pick(at.x() * ratio, at.y() * ratio);
    if (!pick)
        return;
    QStringList lines;
    const LabelMapPtr& labels = m_state.labels.get();
    if (const Structure* structure = labels ? labels->structure(pick->label) : nullptr)
        lines << plainStructureName(*structure);
    lines << patientPositionText(pick->positionMm);
    m_picked = lines.join(QLatin1Char('\n'));
    m_state.cursorMm.set(pick->positionMm);
    if (m_measureTool && m_measureTool->takesPicks()) {
        m_measureTool->pick(pick->positionMm);
        return;
    }
    Q_EMIT picked(*pick);
}

void VolumeWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximizeRequested();
    m_interaction->doubleClick();
}

void VolumeWidget::wheelEvent(QWheelEvent* event)
{
    m_interaction->wheel(*event);
    moved();
    event->accept();
}

void VolumeWidget::keyPressEvent(QKeyEvent* event)
{
    if (m_interaction->key(*event))
        moved();
    else
        QOpenGLWidget::keyPressEvent(event);
}

} // namespace fovea

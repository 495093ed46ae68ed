#include "viewer/volume/VolumeWidget.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QSurfaceFormat>
#include <QTimer>
#include <QWheelEvent>

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace fovea {

namespace {

constexpr int restMs = 250; ///< So long after the last movement, full quality.

} // namespace

/// The window that VTK believes to own: it draws into a framebuffer of its own inside the widget's
/// context, which paintGL() then copies into the widget's.
struct VolumeWidget::Bridge {
    explicit Bridge(VolumeWidget& widget)
        : owner(widget)
    {
        window->SetReadyForRendering(false);
        window->SetOwnContext(false);
        window->SetMultiSamples(0);
        window->SetFrameBlitModeToNoBlit();
        answers->SetClientData(this);
        answers->SetCallback([](vtkObject*, unsigned long event, void* self, void* data) {
            static_cast<Bridge*>(self)->answer(event, data);
        });
        for (const auto event :
             {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
              vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
            window->AddObserver(event, answers);
    }

    void answer(unsigned long event, void* data)
    {
        QOpenGLContext* context = owner.context();
        switch (event) {
        case vtkCommand::WindowMakeCurrentEvent:
            if (context && QOpenGLContext::currentContext() != context)
                owner.makeCurrent();
            break;
        case vtkCommand::WindowIsCurrentEvent:
            *static_cast<bool*>(data) = context && QOpenGLContext::currentContext() == context;
            break;
        case vtkCommand::WindowSupportsOpenGLEvent:
        case vtkCommand::WindowIsDirectEvent:
            *static_cast<int*>(data) = 1;
            break;
        default:
            break;
        }
    }

    void resize()
    {
        const double ratio = owner.devicePixelRatioF();
        window->SetSize(std::max(1, static_cast<int>(std::lround(owner.width() * ratio))),
                        std::max(1, static_cast<int>(std::lround(owner.height() * ratio))));
        window->SetDPI(static_cast<int>(std::lround(72 * ratio)));
    }

    VolumeWidget& owner;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkCallbackCommand> answers;
    QMetaObject::Connection contextGoes;
    bool failed = false;
};

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
    , m_bridge(std::make_unique<Bridge>(*this))
    , m_rest(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setAccessibleName(tr("3D view"));
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, [this] {
        m_scene->setInteracting(false);
        update();
    });
    connectState();
}

VolumeWidget::~VolumeWidget()
{
    disconnect(m_bridge->contextGoes);
    releaseGl();
}

void VolumeWidget::connectState()
{
    const auto recolour = [this](const auto&) {
        m_scene->setLabelTable(surfaceLabelTable(m_state));
        update();
    };
    const auto mark = [this](const auto&) {
        const bool shown = m_state.volume.get() && m_state.crosshairVisible.get();
        m_scene->setCursor(shown ? std::optional(m_state.cursorMm.get()) : std::nullopt,
                           m_state.frame.get());
        // The cursor is dragged in other views: a rendered volume must not slow that down.
        interact();
    };
    const auto showVolume = [this, mark](const VolumePtr& volume) {
        m_scene->setVolume(volume);
        mark(volume);
    };
    const auto render = [this](const std::optional<VolumePreset>& preset) {
        m_scene->setVolumeRendering(preset);
        update();
    };
    m_connections.push_back(m_state.volume.observe(showVolume));
    m_connections.push_back(m_state.labels.observe([this, recolour](const LabelMapPtr& labels) {
        m_hasSurfaces = false;
        m_scene->setSurfaces(nullptr);
        recolour(labels);
    }));
    m_connections.push_back(m_state.cursorMm.observe(mark));
    m_connections.push_back(m_state.frame.observe(mark));
    m_connections.push_back(m_state.crosshairVisible.observe(mark));
    m_connections.push_back(m_state.overlayMode.observe(recolour));
    m_connections.push_back(m_state.overlaysVisible.observe(recolour));
    m_connections.push_back(m_state.surfaceOpacity.observe(recolour));
    m_connections.push_back(m_state.hiddenLabels.observe(recolour));
    m_connections.push_back(m_state.hiddenAnatomies.observe(recolour));
    m_connections.push_back(m_state.labelColours.observe(recolour));
    m_connections.push_back(m_state.abnormality.observe(recolour));
    m_connections.push_back(m_state.volumeRendering.observe(render));
    showVolume(m_state.volume.get());
    render(m_state.volumeRendering.get());
    recolour(m_state.labels.get());
}

bool VolumeWidget::setSurfaces(SurfaceSetPtr surfaces)
{
    if (surfaces && surfaces->labels() != m_state.labels.get())
        return false;
    m_hasSurfaces = surfaces != nullptr;
    m_scene->setSurfaces(std::move(surfaces));
    update();
    return true;
}

void VolumeWidget::lookFrom(ViewDirection direction)
{
    m_scene->resetCamera(direction);
    interact();
}

// OpenGL

void VolumeWidget::initializeGL()
{
    m_bridge->failed = context()->format().version() < std::pair(3, 2);
    if (m_bridge->failed)
        return; // Said by reportMissingGl().
    vtkGenericOpenGLRenderWindow* window = m_bridge->window;
    window->SetMapped(true);
    window->SetIsDirect(1);
    window->SetSupportsOpenGL(1);
    window->SetForceMaximumHardwareLineWidth(1);
    window->SetReadyForRendering(true);
    window->OpenGLInit();
    m_scene->setRenderWindow(window);
    m_bridge->resize();
    // The context is another one after the widget moved to another window.
    m_bridge->contextGoes =
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
    if (m_missingGl || !isVisible() || (isValid() && !m_bridge->failed))
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
    if (!context() || m_bridge->failed)
        return;
    makeCurrent();
    m_scene->setRenderWindow(nullptr);
    m_bridge->window->Finalize();
    m_bridge->window->SetReadyForRendering(false);
    doneCurrent();
}

void VolumeWidget::resizeGL(int, int)
{
    if (m_bridge->failed)
        return;
    m_bridge->resize();
}

void VolumeWidget::paintGL()
{
    if (m_bridge->failed || !m_bridge->window->GetReadyForRendering())
        return;
    vtkGenericOpenGLRenderWindow* window = m_bridge->window;
    m_bridge->resize(); // The pixel ratio changes without a resize.
    vtkOpenGLState* glState = window->GetState();
    glState->Reset();
    glState->Push();
    glState->vtkglDepthFunc(GL_LEQUAL);
    window->Render();

    // The widget's framebuffer is not 0 and changes with its size.
    glState->vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    glState->vtkglViewport(0, 0, window->GetSize()[0], window->GetSize()[1]);
    glState->vtkglScissor(0, 0, window->GetSize()[0], window->GetSize()[1]);
    window->BlitDisplayFramebuffer();
    // VTK's background has alpha 0, through which Qt would show what lies below.
    glState->vtkglColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glState->vtkglClearColor(0, 0, 0, 1);
    glState->vtkglClear(GL_COLOR_BUFFER_BIT);
    glState->vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glState->Reset();
    glState->Pop();
    glState->vtkglBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
}

// Mouse and keys

void VolumeWidget::interact()
{
    if (m_scene->isVolumeRendered()) {
        m_scene->setInteracting(true);
        m_rest->start();
    }
    update();
}

void VolumeWidget::mousePressEvent(QMouseEvent* event)
{
    m_pressPosition = m_lastPosition = event->position();
    m_dragged = false;
}

void VolumeWidget::mouseMoveEvent(QMouseEvent* event)
{
    constexpr double clickReach = 3;
    const QPointF at = event->position();
    const QPointF moved = at - m_pressPosition;
    if (!m_dragged && std::hypot(moved.x(), moved.y()) <= clickReach)
        return;
    m_dragged = true;
    const QPointF delta = at - m_lastPosition;
    m_lastPosition = at;
    const double ratio = devicePixelRatioF();
    if (event->buttons().testFlag(Qt::MiddleButton) ||
        (event->buttons().testFlag(Qt::LeftButton) &&
         event->modifiers().testFlag(Qt::ShiftModifier)))
    {
        m_scene->pan(delta.x() * ratio, delta.y() * ratio);
    } else if (event->buttons().testFlag(Qt::LeftButton)) {
        // Half a turn across the widget.
        const double degreesPerPixel = 180.0 / std::max(1, std::min(width(), height()));
        m_scene->rotate(-delta.x() * degreesPerPixel, delta.y() * degreesPerPixel);
    } else if (event->buttons().testFlag(Qt::RightButton)) {
        m_scene->zoom(std::pow(1.01, -delta.y()));
    } else {
        return;
    }
    interact();
}

void VolumeWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragged || !isValid())
        return;
    const double ratio = devicePixelRatioF();
    const auto pick = m_scene->pick(event->position().x() * ratio, event->position().y() * ratio);
    if (!pick)
        return;
    m_state.cursorMm.set(pick->positionMm);
    Q_EMIT picked(*pick);
}

void VolumeWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT maximizeRequested();
    m_dragged = true; // Its release is no click.
}

void VolumeWidget::wheelEvent(QWheelEvent* event)
{
    m_scene->zoom(std::pow(1.15, event->angleDelta().y() / 120.0));
    interact();
    event->accept();
}

void VolumeWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double step = 10;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QOpenGLWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        m_scene->rotate(step, 0);
        break;
    case Qt::Key_Right:
        m_scene->rotate(-step, 0);
        break;
    case Qt::Key_Up:
        m_scene->rotate(0, -step);
        break;
    case Qt::Key_Down:
        m_scene->rotate(0, step);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_scene->zoom(1.2);
        break;
    case Qt::Key_Minus:
        m_scene->zoom(1 / 1.2);
        break;
    case Qt::Key_0:
    case Qt::Key_A:
        m_scene->resetCamera(ViewDirection::Anterior);
        break;
    case Qt::Key_P:
        m_scene->resetCamera(ViewDirection::Posterior);
        break;
    case Qt::Key_L:
        m_scene->resetCamera(ViewDirection::Left);
        break;
    case Qt::Key_R:
        m_scene->resetCamera(ViewDirection::Right);
        break;
    case Qt::Key_S:
    case Qt::Key_H:
        m_scene->resetCamera(ViewDirection::Superior);
        break;
    case Qt::Key_I:
    case Qt::Key_F:
        m_scene->resetCamera(ViewDirection::Inferior);
        break;
    default:
        QOpenGLWidget::keyPressEvent(event);
        return;
    }
    interact();
}

} // namespace fovea

#include "viewer/volume/VtkBridgeInternals.h"

#include <QOpenGLContext>

#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fovea {

VtkBridge::VtkBridge(QOpenGLWidget& owner)
    : m_owner(owner)
{
    m_window->SetReadyForRendering(false);
    m_window->SetOwnContext(false);
    m_window->SetMultiSamples(0);
    m_window->SetFrameBlitModeToNoBlit();
    m_answers->SetClientData(this);
    m_answers->SetCallback([](vtkObject*, unsigned long event, void* self, void* data) {
        static_cast<VtkBridge*>(self)->answer(event, data);
    });
    for (const auto event :
         {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
          vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
        m_window->AddObserver(event, m_answers);
}

void VtkBridge::answer(unsigned long event, void* data)
{
    QOpenGLContext* context = m_owner.context();
    switch (event) {
    case vtkCommand::WindowMakeCurrentEvent:
        if (context && QOpenGLContext::currentContext() != context)
            m_owner.makeCurrent();
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

bool VtkBridge::start()
{
    if (m_owner.context()->format().version() < std::pair(3, 2))
        return false;
    m_window->SetMapped(true);
    m_window->SetIsDirect(1);
    m_window->SetSupportsOpenGL(1);
    m_window->SetForceMaximumHardwareLineWidth(1);
    m_window->SetReadyForRendering(true);
    m_window->OpenGLInit();
    return true;
}

void VtkBridge::stop()
{
    m_window->Finalize();
    m_window->SetReadyForRendering(false);
}

void VtkBridge::resize()
{
    const double ratio = m_owner.devicePixelRatioF();
    m_window->SetSize(std::max(1, static_cast<int>(std::lround(m_owner.width() * ratio))),
                      std::max(1, static_cast<int>(std::lround(m_owner.height() * ratio))));
    m_window->SetDPI(static_cast<int>(std::lround(72 * ratio)));
}

void VtkBridge::showAgain()
{
    m_window->GetState()->Reset();
    m_window->GetState()->Push();
    show();
}

void VtkBridge::draw()
{
    vtkOpenGLState* state = m_window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    m_window->Render();
    show();
}

void VtkBridge::show()
{
    vtkOpenGLState* state = m_window->GetState();
    // The widget's framebuffer is not 0 and changes with its size.
    state->vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_owner.defaultFramebufferObject());
    state->vtkglViewport(0, 0, m_window->GetSize()[0], m_window->GetSize()[1]);
    state->vtkglScissor(0, 0, m_window->GetSize()[0], m_window->GetSize()[1]);
    m_window->BlitDisplayFramebuffer();
    // VTK's background has alpha 0, through which Qt would show what lies below.
    state->vtkglColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    state->vtkglClearColor(0, 0, 0, 1);
    state->vtkglClear(GL_COLOR_BUFFER_BIT);
    state->vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->Reset();
    state->Pop();
    state->vtkglBindFramebuffer(GL_FRAMEBUFFER, m_owner.defaultFramebufferObject());
}

} // namespace fovea

#pragma once

#include <QOpenGLWidget>

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>

namespace fovea {

/// The window that VTK believes to own: it draws into a framebuffer of its own inside a widget's
/// context, from which show() copies it into the widget's. GUI thread only.
class VtkBridge {
public:
    explicit VtkBridge(QOpenGLWidget& owner);

    vtkGenericOpenGLRenderWindow* window() { return m_window; }

    /// The widget has a new context, which is current. False: OpenGL is too old.
    bool start();
    bool isReady() { return m_window->GetReadyForRendering(); }
    /// Gives back what VTK holds in the current context.
    void stop();
    /// Size and pixel ratio of the widget.
    void resize();
    /// Renders and shows it in the widget's framebuffer; the widget's context is current.
    void draw();
    /// Shows what was rendered last once more.
    void showAgain();

private:
    void answer(unsigned long event, void* data);
    void show();

    QOpenGLWidget& m_owner;
    vtkNew<vtkGenericOpenGLRenderWindow> m_window;
    vtkNew<vtkCallbackCommand> m_answers;
};

} // namespace fovea

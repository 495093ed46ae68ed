#include "viewer/volume/StripRendererInternals.h"

#include <qopengl.h>

#include <vtkObjectFactory.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>

namespace fovea {

vtkStandardNewMacro(StripRenderer);

void StripRenderer::setStrip(int firstRow, int rows)
{
    m_firstRow = firstRow;
    m_rows = rows;
}

void StripRenderer::Clear()
{
    if (m_rows > 0) {
        int width = 0;
        int height = 0;
        int left = 0;
        int bottom = 0;
        GetTiledSizeAndOrigin(&width, &height, &left, &bottom);
        vtkOpenGLState* state = static_cast<vtkOpenGLRenderWindow*>(GetVTKWindow())->GetState();
        state->vtkglEnable(GL_SCISSOR_TEST);
        state->vtkglScissor(left, bottom + height - m_firstRow - m_rows, width, m_rows);
    }
    Superclass::Clear();
}

} // namespace fovea

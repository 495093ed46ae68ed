#pragma once

#include <vtkOpenGLRenderer.h>

namespace fovea {

/// A renderer that can draw one horizontal strip of its picture and leave the rest as it was, so
/// that a picture that takes long comes in pieces. OpenGL's scissor does it: neither camera nor
/// rays know of it.
class StripRenderer : public vtkOpenGLRenderer {
public:
    static StripRenderer* New();
    vtkTypeMacro(StripRenderer, vtkOpenGLRenderer);
    StripRenderer(const StripRenderer&) = delete;
    StripRenderer& operator=(const StripRenderer&) = delete;

    /// Rows from the top of the picture, device pixels; no rows: the whole picture.
    void setStrip(int firstRow, int rows);

    /// VTK calls it when viewport and scissor are set and before anything is drawn.
    void Clear() override;

protected:
    StripRenderer() = default;
    ~StripRenderer() override = default;

private:
    int m_firstRow = 0;
    int m_rows = 0;
};

} // namespace fovea

#pragma once

#include "viewer/slice/PlaneFrame.h"

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

#include <optional>

namespace fovea {

/// The cursor in 3D: three short lines in the colours of the planes they stand on (vertical to),
/// with a gap around the point itself. In a renderer of its own, to be laid over the others.
class CursorMarker {
public:
    static constexpr double reachMm = 22;

    CursorMarker();

    vtkRenderer* renderer() { return m_renderer; }
    void set(std::optional<Vec3> positionMm, const PlaneFrame& frame);
    const std::optional<Vec3>& position() const { return m_position; }

private:
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkActor> m_edge; ///< Dark and wider, below the lines: they must show on yellow too.
    vtkNew<vtkActor> m_lines;
    std::optional<Vec3> m_position;
};

} // namespace fovea

#pragma once

#include <vtkAnnotatedCubeActor.h>
#include <vtkCallbackCommand.h>
#include <vtkNew.h>
#include <vtkRenderer.h>
#include <vtkWeakPointer.h>

namespace fovea {

/// The cube in the corner with the patient's directions on its faces, turning with another
/// renderer's camera.
class OrientationCube {
public:
    explicit OrientationCube(vtkRenderer* followed);
    ~OrientationCube();
    OrientationCube(const OrientationCube&) = delete;
    OrientationCube& operator=(const OrientationCube&) = delete;

    vtkRenderer* renderer() { return m_renderer; }

private:
    void follow();

    vtkWeakPointer<vtkRenderer> m_followed;
    unsigned long m_tag = 0;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkAnnotatedCubeActor> m_cube;
    vtkNew<vtkCallbackCommand> m_start;
};

} // namespace fovea

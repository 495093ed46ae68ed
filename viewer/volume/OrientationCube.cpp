#include "model/domain/ImageGeometry.h"
#include "viewer/volume/OrientationCubeInternals.h"

#include <vtkCamera.h>
#include <vtkProperty.h>

namespace fovea {

OrientationCube::OrientationCube(vtkRenderer* followed)
    : m_followed(followed)
{
    // LPS: x grows to the left, y to posterior, z to superior.
    m_cube->SetXPlusFaceText("L");
    m_cube->SetXMinusFaceText("R");
    m_cube->SetYPlusFaceText("P");
    m_cube->SetYMinusFaceText("A");
    m_cube->SetZPlusFaceText("S");
    m_cube->SetZMinusFaceText("I");
    // The letters stand upright seen with the head up, on the top and bottom with anterior up.
    m_cube->SetXFaceTextRotation(0);
    m_cube->SetYFaceTextRotation(0);
    m_cube->SetZFaceTextRotation(-90);
    m_cube->SetFaceTextScale(0.62);
    m_cube->GetCubeProperty()->SetColor(0.26, 0.29, 0.33);
    m_cube->GetCubeProperty()->SetAmbient(0.3);
    m_cube->GetTextEdgesProperty()->SetOpacity(0);
    for (vtkProperty* p : {m_cube->GetXPlusFaceProperty(), m_cube->GetXMinusFaceProperty(),
                           m_cube->GetYPlusFaceProperty(), m_cube->GetYMinusFaceProperty(),
                           m_cube->GetZPlusFaceProperty(), m_cube->GetZMinusFaceProperty()})
    {
        p->SetColor(0.9, 0.92, 0.94);
        p->LightingOff();
    }
    m_renderer->AddActor(m_cube);
    m_renderer->SetViewport(0, 0, 0.18, 0.18);
    m_renderer->InteractiveOff();

    m_start->SetClientData(this);
    m_start->SetCallback([](vtkObject*, unsigned long, void* self, void*) {
        static_cast<OrientationCube*>(self)->follow();
    });
    m_tag = followed->AddObserver(vtkCommand::StartEvent, m_start);
}

OrientationCube::~OrientationCube()
{
    if (m_followed)
        m_followed->RemoveObserver(m_tag);
}

void OrientationCube::follow()
{
    if (!m_followed)
        return;
    vtkCamera* camera = m_followed->GetActiveCamera();
    Vec3 forward{};
    Vec3 up{};
    camera->GetDirectionOfProjection(forward.data());
    camera->GetViewUp(up.data());
    vtkCamera* own = m_renderer->GetActiveCamera();
    const Vec3 position = forward * -4.5;
    own->SetFocalPoint(0, 0, 0);
    own->SetPosition(position.data());
    own->SetViewUp(up.data());
    m_renderer->ResetCameraClippingRange();
}

} // namespace fovea

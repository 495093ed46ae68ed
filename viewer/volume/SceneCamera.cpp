#include "viewer/volume/SceneCameraInternals.h"

#include <vtkCamera.h>
#include <vtkMath.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace fovea {

namespace {

/// From where, in LPS, and what is up there.
std::pair<Vec3, Vec3> fromAndUp(ViewDirection direction)
{
    switch (direction) {
    case ViewDirection::Anterior:
        break;
    case ViewDirection::Posterior:
        return {{0, 1, 0}, {0, 0, 1}};
    case ViewDirection::Left:
        return {{1, 0, 0}, {0, 0, 1}};
    case ViewDirection::Right:
        return {{-1, 0, 0}, {0, 0, 1}};
    case ViewDirection::Superior:
        return {{0, 0, 1}, {0, -1, 0}};
    case ViewDirection::Inferior:
        return {{0, 0, -1}, {0, -1, 0}};
    }
    return {{0, -1, 0}, {0, 0, 1}};
}

Vec3 turnedAboutZ(const Vec3& v, double radians)
{
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    return {c * v[0] - s * v[1], s * v[0] + c * v[1], v[2]};
}

} // namespace

SceneCamera::SceneCamera(vtkRenderer* renderer)
    : m_renderer(renderer)
{
    renderer->GetActiveCamera()->SetViewAngle(20);
}

void SceneCamera::reset(ViewDirection direction, const std::array<double, 6>& box)
{
    const auto [from, up] = fromAndUp(direction);
    vtkCamera* camera = m_renderer->GetActiveCamera();
    const Vec3 middle{(box[0] + box[1]) / 2, (box[2] + box[3]) / 2, (box[4] + box[5]) / 2};
    camera->SetFocalPoint(middle.data());
    const Vec3 position = middle + from * 100;
    camera->SetPosition(position.data());
    camera->SetViewUp(up.data());
    m_renderer->ResetCamera(box.data());
    // VTK fits the box's sphere, which leaves a wide margin.
    camera->Dolly(1.25);
}

void SceneCamera::rotate(double azimuthDegrees, double elevationDegrees)
{
    vtkCamera* camera = m_renderer->GetActiveCamera();
    camera->Azimuth(azimuthDegrees);
    camera->Elevation(elevationDegrees);
    camera->OrthogonalizeViewUp();
}

void SceneCamera::spin(double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    vtkCamera* camera = m_renderer->GetActiveCamera();
    Vec3 focus{};
    Vec3 position{};
    Vec3 up{};
    camera->GetFocalPoint(focus.data());
    camera->GetPosition(position.data());
    camera->GetViewUp(up.data());
    position = focus + turnedAboutZ(position - focus, radians);
    up = turnedAboutZ(up, radians);
    camera->SetPosition(position.data());
    camera->SetViewUp(up.data());
}

void SceneCamera::zoom(double factor)
{
    if (!(factor > 0))
        return;
    vtkCamera* camera = m_renderer->GetActiveCamera();
    constexpr double nearest = 20;
    constexpr double farthest = 20000;
    const double distance = std::clamp(camera->GetDistance() / factor, nearest, farthest);
    camera->Dolly(camera->GetDistance() / distance);
}

void SceneCamera::pan(double dx, double dy)
{
    vtkCamera* camera = m_renderer->GetActiveCamera();
    const int height = std::max(1, m_renderer->GetSize()[1]);
    const double mmPerPixel = 2 * camera->GetDistance() *
                              std::tan(vtkMath::RadiansFromDegrees(camera->GetViewAngle() / 2)) /
                              height;
    Vec3 up{};
    Vec3 forward{};
    Vec3 focus{};
    Vec3 position{};
    camera->GetViewUp(up.data());
    camera->GetDirectionOfProjection(forward.data());
    camera->GetFocalPoint(focus.data());
    camera->GetPosition(position.data());
    const Vec3 move = cross(forward, up) * (-dx * mmPerPixel) + up * (dy * mmPerPixel);
    const Vec3 newFocus = focus + move;
    const Vec3 newPosition = position + move;
    camera->SetFocalPoint(newFocus.data());
    camera->SetPosition(newPosition.data());
}

} // namespace fovea

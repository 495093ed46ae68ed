#include "viewer/volume/SceneCameraInternals.h"

#include <vtkCamera.h>
#include <vtkMath.h>
#include <vtkWindow.h>

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
    camera->SetFocalPoint(0, 0, 0);
    camera->SetPosition(from.data());
    camera->SetViewUp(up.data());
    fit(box);
}

void SceneCamera::fit(const std::array<double, 6>& box)
{
    resized();
    vtkCamera* camera = m_renderer->GetActiveCamera();
    Vec3 forward{};
    Vec3 up{};
    camera->GetDirectionOfProjection(forward.data());
    camera->OrthogonalizeViewUp();
    camera->GetViewUp(up.data());
    const Vec3 right = cross(forward, up);
    const auto [width, height] = size();
    const double half = std::tan(vtkMath::RadiansFromDegrees(camera->GetViewAngle() / 2));
    const double across = half * width / std::min(width, height);
    const double along = half * height / std::min(width, height);
    const Vec3 middle{(box[0] + box[1]) / 2, (box[2] + box[3]) / 2, (box[4] + box[5]) / 2};
    double distance = 1;
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 at =
            Vec3{box[corner & 1 ? 1 : 0], box[corner & 2 ? 3 : 2], box[corner & 4 ? 5 : 4]} -
            middle;
        const double nearer = -dot(at, forward);
        distance = std::max({distance, nearer + std::abs(dot(at, right)) / across,
                             nearer + std::abs(dot(at, up)) / along});
    }
    constexpr double margin = 1.05;
    const Vec3 position = middle - forward * (distance * margin);
    camera->SetFocalPoint(middle.data());
    camera->SetPosition(position.data());
}

void SceneCamera::resized()
{
    const auto [width, height] = size();
    m_renderer->GetActiveCamera()->SetUseHorizontalViewAngle(width < height);
}

std::array<double, 2> SceneCamera::size() const
{
    // The renderer's own size is that of its last picture.
    vtkWindow* window = m_renderer->GetVTKWindow();
    if (!window)
        return {1, 1};
    const int* size = window->GetSize();
    return {std::max(1.0, double(size[0])), std::max(1.0, double(size[1]))};
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
    const auto [width, height] = size();
    const double mmPerPixel = 2 * camera->GetDistance() *
                              std::tan(vtkMath::RadiansFromDegrees(camera->GetViewAngle() / 2)) /
                              std::min(width, height);
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

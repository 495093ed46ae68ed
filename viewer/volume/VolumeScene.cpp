#include "viewer/volume/VolumeScene.h"

#include "viewer/slice/SlicePlane.h"
#include "viewer/volume/CursorMarkerInternals.h"
#include "viewer/volume/OrientationCubeInternals.h"
#include "viewer/volume/SurfaceSetImpl.h"
#include "viewer/volume/VolumeRenderingInternals.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellPicker.h>
#include <vtkMath.h>
#include <vtkNew.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <tuple>
#include <utility>

namespace fovea {

struct VolumeScene::Impl {
    struct SurfaceActor {
        std::uint16_t label = 0;
        vtkSmartPointer<vtkActor> actor;
    };

    vtkNew<vtkRenderer> renderer;
    CursorMarker marker;
    OrientationCube cube{renderer};
    VolumeRendering rendering{renderer};
    vtkSmartPointer<vtkRenderWindow> window;
    vtkSmartPointer<vtkRenderWindow> offscreen; ///< Made by renderOffscreen().
    SurfaceSetPtr surfaces;
    std::vector<SurfaceActor> actors;
    LabelTable table;
    VolumePtr volume;

    Impl()
    {
        // The marker lies over everything, in the same camera.
        marker.renderer()->SetActiveCamera(renderer->GetActiveCamera());
        renderer->GetActiveCamera()->SetViewAngle(20);
    }

    void attach(vtkRenderWindow* to)
    {
        window = to;
        if (!to)
            return;
        to->SetNumberOfLayers(3);
        to->AddRenderer(renderer);
        marker.renderer()->SetLayer(1);
        to->AddRenderer(marker.renderer());
        cube.renderer()->SetLayer(2);
        to->AddRenderer(cube.renderer());
    }

    void detach()
    {
        if (!window)
            return;
        for (vtkRenderer* r : {renderer.Get(), marker.renderer(), cube.renderer()}) {
            r->ReleaseGraphicsResources(window);
            window->RemoveRenderer(r);
        }
        window = nullptr;
    }

    void paintActors()
    {
        // A rendered volume stands in place of the surfaces: it would be hidden inside them.
        const bool rendered = rendering.isShown();
        for (const SurfaceActor& s : actors) {
            const Rgba colour = s.label < table.size() ? table[s.label] : Rgba{};
            s.actor->SetVisibility(!rendered && colour.alpha != 0);
            s.actor->GetProperty()->SetColor(colour.red / 255.0, colour.green / 255.0,
                                             colour.blue / 255.0);
            s.actor->GetProperty()->SetOpacity(colour.alpha / 255.0);
        }
    }

    /// Of everything there is, visible or not, so that hiding a structure does not move the camera.
    std::array<double, 6> bounds() const
    {
        std::array<double, 6> box{1, -1, 1, -1, 1, -1};
        const auto add = [&box](const double* b) {
            const bool first = box[0] > box[1];
            for (int a = 0; a < 3; ++a) {
                box[2 * a] = first ? b[2 * a] : std::min(box[2 * a], b[2 * a]);
                box[2 * a + 1] = first ? b[2 * a + 1] : std::max(box[2 * a + 1], b[2 * a + 1]);
            }
        };
        for (const SurfaceActor& s : actors)
            add(s.actor->GetBounds());
        if (volume && (rendering.isShown() || actors.empty())) {
            std::array<double, 6> b{};
            for (int a = 0; a < 3; ++a) {
                Vec3 direction{0, 0, 0};
                direction[a] = 1;
                std::tie(b[2 * a], b[2 * a + 1]) = extentMm(volume->geometry(), direction);
            }
            add(b.data());
        }
        if (box[0] > box[1])
            box = {-100, 100, -100, 100, -100, 100};
        return box;
    }

    void fitClipping()
    {
        auto box = bounds();
        if (const auto& at = marker.position()) {
            for (int a = 0; a < 3; ++a) {
                box[2 * a] = std::min(box[2 * a], (*at)[a] - CursorMarker::reachMm);
                box[2 * a + 1] = std::max(box[2 * a + 1], (*at)[a] + CursorMarker::reachMm);
            }
        }
        renderer->ResetCameraClippingRange(box.data());
    }
};

VolumeScene::VolumeScene()
    : m_impl(std::make_unique<Impl>())
{
    setBackground({24, 27, 31});
}

VolumeScene::~VolumeScene()
{
    m_impl->detach();
}

void VolumeScene::setRenderWindow(vtkRenderWindow* window)
{
    m_impl->detach();
    m_impl->attach(window);
}

void VolumeScene::setSurfaces(SurfaceSetPtr surfaces)
{
    if (surfaces == m_impl->surfaces)
        return;
    for (const auto& s : m_impl->actors)
        m_impl->renderer->RemoveActor(s.actor);
    m_impl->actors.clear();
    const bool first = !m_impl->surfaces && surfaces;
    m_impl->surfaces = std::move(surfaces);
    if (m_impl->surfaces) {
        for (const auto& surface : m_impl->surfaces->impl().surfaces) {
            vtkNew<vtkPolyDataMapper> mapper;
            mapper->SetInputData(surface.mesh);
            mapper->ScalarVisibilityOff();
            auto actor = vtkSmartPointer<vtkActor>::New();
            actor->SetMapper(mapper);
            actor->GetProperty()->SetAmbient(0.12);
            actor->GetProperty()->SetDiffuse(0.85);
            actor->GetProperty()->SetSpecular(0.15);
            actor->GetProperty()->SetSpecularPower(20);
            m_impl->renderer->AddActor(actor);
            m_impl->actors.push_back({surface.label, actor});
        }
    }
    m_impl->paintActors();
    if (first)
        resetCamera();
    m_impl->fitClipping();
}

void VolumeScene::setLabelTable(const LabelTable& table)
{
    m_impl->table = table;
    m_impl->paintActors();
}

void VolumeScene::setVolume(VolumePtr volume)
{
    m_impl->volume = volume;
    m_impl->rendering.setVolume(std::move(volume));
    resetCamera();
}

void VolumeScene::setVolumeRendering(std::optional<VolumePreset> preset)
{
    m_impl->rendering.setPreset(preset);
    m_impl->paintActors();
    m_impl->fitClipping();
}

void VolumeScene::setInteracting(bool interacting)
{
    m_impl->rendering.setInteracting(interacting);
}

bool VolumeScene::isVolumeRendered() const
{
    return m_impl->rendering.isShown();
}

void VolumeScene::setCursor(std::optional<Vec3> positionMm, const PlaneFrame& frame)
{
    m_impl->marker.set(positionMm, frame);
    m_impl->fitClipping();
}

void VolumeScene::setBackground(const Rgb& colour)
{
    m_impl->renderer->SetBackground(colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0);
}

// Camera

void VolumeScene::resetCamera(ViewDirection direction)
{
    // From where, in LPS, and what is up there.
    Vec3 from{0, -1, 0};
    Vec3 up{0, 0, 1};
    switch (direction) {
    case ViewDirection::Anterior:
        break;
    case ViewDirection::Posterior:
        from = {0, 1, 0};
        break;
    case ViewDirection::Left:
        from = {1, 0, 0};
        break;
    case ViewDirection::Right:
        from = {-1, 0, 0};
        break;
    case ViewDirection::Superior:
        from = {0, 0, 1};
        up = {0, -1, 0};
        break;
    case ViewDirection::Inferior:
        from = {0, 0, -1};
        up = {0, -1, 0};
        break;
    }
    auto box = m_impl->bounds();
    vtkCamera* camera = m_impl->renderer->GetActiveCamera();
    const Vec3 middle{(box[0] + box[1]) / 2, (box[2] + box[3]) / 2, (box[4] + box[5]) / 2};
    camera->SetFocalPoint(middle.data());
    const Vec3 position = middle + from * 100;
    camera->SetPosition(position.data());
    camera->SetViewUp(up.data());
    m_impl->renderer->ResetCamera(box.data());
    // VTK fits the box's sphere, which leaves a wide margin.
    camera->Dolly(1.25);
    m_impl->fitClipping();
}

void VolumeScene::rotate(double azimuthDegrees, double elevationDegrees)
{
    vtkCamera* camera = m_impl->renderer->GetActiveCamera();
    camera->Azimuth(azimuthDegrees);
    camera->Elevation(elevationDegrees);
    camera->OrthogonalizeViewUp();
    m_impl->fitClipping();
}

void VolumeScene::zoom(double factor)
{
    if (!(factor > 0))
        return;
    vtkCamera* camera = m_impl->renderer->GetActiveCamera();
    constexpr double nearest = 20;
    constexpr double farthest = 20000;
    const double distance = std::clamp(camera->GetDistance() / factor, nearest, farthest);
    camera->Dolly(camera->GetDistance() / distance);
    m_impl->fitClipping();
}

void VolumeScene::pan(double dx, double dy)
{
    vtkCamera* camera = m_impl->renderer->GetActiveCamera();
    const int height = std::max(1, m_impl->renderer->GetSize()[1]);
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
    m_impl->fitClipping();
}

std::optional<SurfacePick> VolumeScene::pick(double x, double y)
{
    if (!m_impl->window || !m_impl->surfaces)
        return std::nullopt;
    vtkNew<vtkCellPicker> picker;
    picker->SetTolerance(0);
    picker->PickFromListOn();
    for (const auto& s : m_impl->actors) {
        if (s.actor->GetVisibility())
            picker->AddPickList(s.actor);
    }
    const int height = m_impl->window->GetSize()[1];
    if (!picker->Pick(x, height - 1 - y, 0, m_impl->renderer))
        return std::nullopt;
    const auto hit = std::ranges::find_if(
        m_impl->actors, [&](const auto& s) { return s.actor.Get() == picker->GetActor(); });
    if (hit == m_impl->actors.end())
        return std::nullopt;
    SurfacePick pick;
    picker->GetPickPosition(pick.positionMm.data());
    pick.label = hit->label;
    if (const Structure* structure = m_impl->surfaces->labels()->structure(hit->label))
        pick.anatomyId = structure->anatomyId;
    return pick;
}

std::array<double, 2> VolumeScene::project(const Vec3& positionMm)
{
    if (!m_impl->window)
        return {0, 0};
    vtkRenderer* renderer = m_impl->renderer;
    renderer->SetWorldPoint(positionMm[0], positionMm[1], positionMm[2], 1);
    renderer->WorldToDisplay();
    const double* display = renderer->GetDisplayPoint();
    return {display[0], m_impl->window->GetSize()[1] - 1 - display[1]};
}

Result<RgbPicture> VolumeScene::renderOffscreen(int width, int height)
{
    // VTK's X window ends the process where there is no display.
    if (!std::getenv("DISPLAY"))
        return makeError(ErrorCode::Internal, {}, "no display for OpenGL");
    try {
        if (!m_impl->offscreen) {
            m_impl->offscreen = vtkSmartPointer<vtkRenderWindow>::New();
            m_impl->offscreen->SetOffScreenRendering(1);
            m_impl->offscreen->SetMultiSamples(0);
        }
        if (m_impl->window != m_impl->offscreen)
            setRenderWindow(m_impl->offscreen);
        m_impl->offscreen->SetSize(width, height);
        m_impl->offscreen->Render();
        if (!m_impl->offscreen->SupportsOpenGL())
            return makeError(ErrorCode::Internal, {}, "OpenGL is missing or too old");
        vtkNew<vtkUnsignedCharArray> bytes;
        m_impl->offscreen->GetPixelData(0, 0, width - 1, height - 1, 1, bytes);
        RgbPicture picture{width, height, {}};
        const auto row = static_cast<std::size_t>(width) * 3;
        picture.pixels.resize(row * static_cast<std::size_t>(height));
        if (static_cast<std::size_t>(bytes->GetNumberOfValues()) != picture.pixels.size())
            return makeError(ErrorCode::Internal, {}, "OpenGL gave no picture");
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
            std::copy_n(bytes->GetPointer(0) + (static_cast<std::size_t>(height) - 1 - y) * row,
                        row, picture.pixels.begin() + static_cast<std::ptrdiff_t>(y * row));
        }
        return picture;
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea

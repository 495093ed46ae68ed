#include "viewer/volume/VolumeScene.h"

#include "viewer/slice/SlicePlane.h"
#include "viewer/volume/CursorMarkerInternals.h"
#include "viewer/volume/OrientationCubeInternals.h"
#include "viewer/volume/RegionBoxesInternals.h"
#include "viewer/volume/SceneCameraInternals.h"
#include "viewer/volume/ScenePickerInternals.h"
#include "viewer/volume/StripRendererInternals.h"
#include "viewer/volume/SurfaceActorsInternals.h"
#include "viewer/volume/VolumeRenderingInternals.h"

#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkRenderWindow.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <initializer_list>
#include <utility>

namespace fovea {

struct VolumeScene::Impl {
    vtkNew<StripRenderer> renderer;
    SceneCamera camera{renderer};
    CursorMarker marker;
    RegionBoxes regions{marker.renderer()};
    OrientationCube cube{renderer};
    VolumeRendering rendering{renderer};
    SurfaceActors surfaces{renderer};
    ScenePicker picker{renderer, surfaces, rendering};
    vtkSmartPointer<vtkRenderWindow> window;
    vtkSmartPointer<vtkRenderWindow> offscreen; ///< Made by renderOffscreen().
    VolumePtr volume;
    std::optional<PatientBox> focus;
    bool fitted = true; ///< The reader has not moved the camera since it was fitted.

    Impl()
    {
        // The marker lies over everything, in the same camera.
        marker.renderer()->SetActiveCamera(renderer->GetActiveCamera());
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
        for (vtkRenderer* r : std::initializer_list<vtkRenderer*>{renderer.Get(), marker.renderer(),
                                                                  cube.renderer()})
        {
            r->ReleaseGraphicsResources(window);
            window->RemoveRenderer(r);
        }
        window = nullptr;
    }

    /// A rendered volume stands in place of the surfaces: it would be hidden inside them.
    void showOne() { surfaces.setShown(!rendering.isShown()); }

    /// Of everything there is, visible or not, so that hiding a structure does not move the camera.
    std::array<double, 6> bounds() const
    {
        std::optional<std::array<double, 6>> box = surfaces.bounds();
        if (volume && (rendering.isShown() || !box)) {
            std::array<double, 6> grid{};
            for (std::size_t a = 0; a < 3; ++a) {
                Vec3 direction{0, 0, 0};
                direction[a] = 1;
                const auto [low, high] = extentMm(volume->geometry(), direction);
                grid[2 * a] = box ? std::min((*box)[2 * a], low) : low;
                grid[2 * a + 1] = box ? std::max((*box)[2 * a + 1], high) : high;
            }
            box = grid;
        }
        return box.value_or(std::array<double, 6>{-100, 100, -100, 100, -100, 100});
    }

    PatientBox focusBox() const
    {
        if (focus)
            return *focus;
        return volume ? boxOf(volume->geometry()) : PatientBox{};
    }

    /// Of what the camera is to show.
    std::array<double, 6> shownBounds() const
    {
        std::array<double, 6> box = bounds();
        for (std::size_t a = 0; focus && a < 3; ++a) {
            box[2 * a] = std::max(box[2 * a], focus->lowMm[a]);
            box[2 * a + 1] = std::min(box[2 * a + 1], focus->highMm[a]);
            if (box[2 * a] >= box[2 * a + 1])
                return bounds(); // Nothing is left of it.
        }
        return box;
    }

    void moved()
    {
        fitted = false;
        fitClipping();
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
        if (const auto& own = regions.bounds()) {
            for (std::size_t a = 0; a < 3; ++a) {
                box[2 * a] = std::min(box[2 * a], (*own)[2 * a]);
                box[2 * a + 1] = std::max(box[2 * a + 1], (*own)[2 * a + 1]);
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
    if (surfaces == m_impl->surfaces.surfaces())
        return;
    const bool first = !m_impl->surfaces.surfaces() && surfaces;
    m_impl->surfaces.set(std::move(surfaces));
    if (first)
        resetCamera();
    m_impl->fitClipping();
}

void VolumeScene::setLabelTable(const LabelTable& table)
{
    m_impl->surfaces.paint(table);
}

void VolumeScene::setVolume(VolumePtr volume)
{
    m_impl->volume = volume;
    m_impl->rendering.setVolume(std::move(volume));
    m_impl->showOne();
    resetCamera();
}

void VolumeScene::setLabels(LabelMapPtr labels)
{
    m_impl->rendering.setLabels(labels);
    m_impl->picker.setLabels(std::move(labels));
}

void VolumeScene::setVolumeRendering(std::optional<VolumeLook> look)
{
    m_impl->rendering.setLook(std::move(look));
    m_impl->showOne();
    m_impl->fitClipping();
}

bool VolumeScene::isVolumeRendered() const
{
    return m_impl->rendering.isShown();
}

void VolumeScene::setCrop(std::span<const HalfSpace> kept)
{
    vtkNew<vtkPlaneCollection> planes;
    for (const HalfSpace& half : kept) {
        vtkNew<vtkPlane> plane;
        plane->SetOrigin(half.pointMm[0], half.pointMm[1], half.pointMm[2]);
        plane->SetNormal(half.normal[0], half.normal[1], half.normal[2]);
        planes->AddItem(plane);
    }
    m_impl->rendering.setClipping(planes);
    m_impl->surfaces.setClipping(planes);
    m_impl->picker.setKept({kept.begin(), kept.end()});
}

void VolumeScene::setInteracting(bool interacting)
{
    m_impl->rendering.setInteracting(interacting);
    m_impl->surfaces.setDraft(interacting);
}

void VolumeScene::setDraftDistance(double pixels)
{
    m_impl->rendering.setDraftDistance(pixels);
}

void VolumeScene::setStrip(int firstRow, int rows)
{
    m_impl->renderer->setStrip(firstRow, rows);
}

void VolumeScene::setCursor(std::optional<Vec3> positionMm, const PlaneFrame& frame)
{
    m_impl->marker.set(positionMm, frame);
    m_impl->fitClipping();
}

void VolumeScene::setRegionMap(const RegionMap* map)
{
    m_impl->regions.set(map);
    m_impl->fitClipping();
}

void VolumeScene::setBackground(const Rgb& colour)
{
    m_impl->renderer->SetBackground(colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0);
}

// Camera

void VolumeScene::resetCamera(ViewDirection direction)
{
    m_impl->camera.reset(direction, m_impl->shownBounds());
    m_impl->fitted = true;
    m_impl->fitClipping();
}

void VolumeScene::fitCamera()
{
    m_impl->camera.fit(m_impl->shownBounds());
    m_impl->fitted = true;
    m_impl->fitClipping();
}

void VolumeScene::resized()
{
    m_impl->camera.resized();
    if (m_impl->fitted)
        fitCamera();
}

void VolumeScene::setFocus(std::optional<PatientBox> box)
{
    const PatientBox before = m_impl->focusBox();
    m_impl->focus = std::move(box);
    const PatientBox now = m_impl->focusBox();
    constexpr double stepMm = 20;
    for (int a = 0; a < 3; ++a) {
        if (std::abs(now.lowMm[a] - before.lowMm[a]) > stepMm ||
            std::abs(now.highMm[a] - before.highMm[a]) > stepMm)
        {
            fitCamera();
            return;
        }
    }
}

void VolumeScene::rotate(double azimuthDegrees, double elevationDegrees)
{
    m_impl->camera.rotate(azimuthDegrees, elevationDegrees);
    m_impl->moved();
}

void VolumeScene::spin(double degrees)
{
    m_impl->camera.spin(degrees);
    m_impl->moved();
}

void VolumeScene::zoom(double factor)
{
    m_impl->camera.zoom(factor);
    m_impl->moved();
}

void VolumeScene::pan(double dx, double dy)
{
    m_impl->camera.pan(dx, dy);
    m_impl->moved();
}

std::optional<VolumePick> VolumeScene::pick(double x, double y)
{
    if (!m_impl->window)
        return std::nullopt;
    const bool draft = m_impl->surfaces.isDraft();
    m_impl->surfaces.setDraft(false);
    const auto picked = m_impl->picker.pick(x, m_impl->window->GetSize()[1] - 1 - y);
    m_impl->surfaces.setDraft(draft);
    return picked;
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
        const int* size = m_impl->offscreen->GetSize();
        const bool other = size[0] != width || size[1] != height;
        m_impl->offscreen->SetSize(width, height);
        if (other)
            resized();
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

#include "viewer/volume/ScenePickerInternals.h"
#include "viewer/volume/SurfaceActorsInternals.h"
#include "viewer/volume/VolumeRenderingInternals.h"

#include <vtkCellPicker.h>
#include <vtkNew.h>

namespace fovea {

namespace {

/// A segmentation's edge lies about a voxel off what the eye takes for the edge.
constexpr double labelReachMm = 4;

} // namespace

ScenePicker::ScenePicker(vtkRenderer* renderer, const SurfaceActors& surfaces,
                         const VolumeRendering& rendering)
    : m_renderer(renderer)
    , m_surfaces(surfaces)
    , m_rendering(rendering)
{
}

std::optional<VolumePick> ScenePicker::pick(double x, double y) const
{
    return m_rendering.isShown() ? pickVolume(x, y) : pickSurface(x, y);
}

std::optional<VolumePick> ScenePicker::pickSurface(double x, double y) const
{
    if (!m_surfaces.surfaces())
        return std::nullopt;
    vtkNew<vtkCellPicker> picker;
    picker->SetTolerance(0);
    picker->PickFromListOn();
    // Who looks through a shell means what is inside.
    m_surfaces.offer(*picker, SurfaceActors::Offered::Solid);
    if (!picker->Pick(x, y, 0, m_renderer)) {
        m_surfaces.offer(*picker, SurfaceActors::Offered::All);
        if (!picker->Pick(x, y, 0, m_renderer))
            return std::nullopt;
    }
    const auto label = m_surfaces.labelOf(picker->GetActor());
    if (!label)
        return std::nullopt;
    VolumePick pick;
    picker->GetPickPosition(pick.positionMm.data());
    pick.label = *label;
    if (const Structure* structure = m_surfaces.surfaces()->labels()->structure(*label))
        pick.anatomyId = structure->anatomyId;
    return pick;
}

Ray ScenePicker::rayThrough(double x, double y) const
{
    const auto world = [&](double depth) {
        m_renderer->SetDisplayPoint(x, y, depth);
        m_renderer->DisplayToWorld();
        const double* p = m_renderer->GetWorldPoint();
        return Vec3{p[0] / p[3], p[1] / p[3], p[2] / p[3]};
    };
    return {world(0), world(1)};
}

std::optional<VolumePick> ScenePicker::pickVolume(double x, double y) const
{
    const Ray ray = rayThrough(x, y);
    const auto at = firstOpaque(*m_rendering.volume(), m_rendering.look()->function, ray, m_kept,
                                [this](const Vec3& place) { return m_rendering.hides(place); });
    if (!at)
        return std::nullopt;
    VolumePick pick;
    pick.positionMm = *at;
    if (!m_labels)
        return pick;
    const auto voxel = firstVoxel(m_labels->geometry(), ray, *at, labelReachMm,
                                  [this](const Index3& index) { return m_labels->at(index) != 0; });
    if (voxel) {
        pick.label = m_labels->at(*voxel);
        if (const Structure* structure = m_labels->structure(pick.label))
            pick.anatomyId = structure->anatomyId;
    }
    return pick;
}

} // namespace fovea

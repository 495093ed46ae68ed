#include "viewer/volume/SurfaceActorsInternals.h"
#include "viewer/volume/SurfaceSetImpl.h"

#include <vtkClipPolyData.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

/// VTK's mapper of surfaces clips by no more planes than OpenGL guarantees distances for.
constexpr int mostPlanes = 6;

} // namespace

SurfaceActors::SurfaceActors(vtkRenderer* renderer)
    : m_renderer(renderer)
    , m_planes(vtkSmartPointer<vtkPlaneCollection>::New())
{
}

void SurfaceActors::set(SurfaceSetPtr surfaces)
{
    for (const Item& item : m_items)
        m_renderer->RemoveActor(item.actor);
    m_items.clear();
    m_surfaces = std::move(surfaces);
    if (m_surfaces) {
        for (const auto& surface : m_surfaces->impl().surfaces) {
            vtkNew<vtkPolyDataMapper> mapper;
            mapper->ScalarVisibilityOff();
            auto actor = vtkSmartPointer<vtkActor>::New();
            actor->SetMapper(mapper);
            actor->GetProperty()->SetAmbient(0.12);
            actor->GetProperty()->SetDiffuse(0.85);
            actor->GetProperty()->SetSpecular(0.15);
            actor->GetProperty()->SetSpecularPower(20);
            m_renderer->AddActor(actor);
            m_items.push_back({surface.label, surface.mesh, actor});
            clip(m_items.back());
        }
    }
    repaint();
}

void SurfaceActors::paint(const LabelTable& table)
{
    m_table = table;
    repaint();
}

void SurfaceActors::setShown(bool shown)
{
    m_shown = shown;
    repaint();
}

void SurfaceActors::repaint()
{
    // Transparent ones blend in the order of the actors. Sorting them pixel by pixel (depth
    // peeling) takes seconds without a GPU, for a difference that shells this faint do not show.
    for (const Item& item : m_items) {
        const Rgba colour = item.label < m_table.size() ? m_table[item.label] : Rgba{};
        item.actor->SetVisibility(m_shown && colour.alpha != 0);
        item.actor->GetProperty()->SetColor(colour.red / 255.0, colour.green / 255.0,
                                            colour.blue / 255.0);
        item.actor->GetProperty()->SetOpacity(colour.alpha / 255.0);
    }
}

void SurfaceActors::setClipping(vtkPlaneCollection* planes)
{
    m_planes = planes;
    for (const Item& item : m_items)
        clip(item);
}

void SurfaceActors::clip(const Item& item) const
{
    auto* mapper = vtkPolyDataMapper::SafeDownCast(item.actor->GetMapper());
    const int count = m_planes->GetNumberOfItems();
    if (count <= mostPlanes) {
        mapper->SetInputData(item.mesh);
        mapper->SetClippingPlanes(m_planes);
        return;
    }
    // A box and an oblique plane through it: the first planes are cut by hand, which takes longer.
    vtkSmartPointer<vtkPolyData> cut = item.mesh;
    vtkNew<vtkPlaneCollection> rest;
    for (int n = 0; n < count; ++n) {
        vtkPlane* plane = m_planes->GetItem(n);
        if (n >= count - mostPlanes) {
            rest->AddItem(plane);
            continue;
        }
        vtkNew<vtkClipPolyData> clipper;
        clipper->SetInputData(cut);
        clipper->SetClipFunction(plane);
        clipper->Update();
        cut = clipper->GetOutput();
    }
    mapper->SetInputData(cut);
    mapper->SetClippingPlanes(rest);
}

std::optional<std::array<double, 6>> SurfaceActors::bounds() const
{
    std::optional<std::array<double, 6>> box;
    for (const Item& item : m_items) {
        std::array<double, 6> b{};
        item.mesh->GetBounds(b.data());
        if (!box) {
            box = b;
            continue;
        }
        for (std::size_t a = 0; a < 6; a += 2) {
            (*box)[a] = std::min((*box)[a], b[a]);
            (*box)[a + 1] = std::max((*box)[a + 1], b[a + 1]);
        }
    }
    return box;
}

void SurfaceActors::offer(vtkCellPicker& picker, Offered which) const
{
    // All may be transparent by the same measure: then none is a shell.
    double most = 0;
    for (const Item& item : m_items) {
        if (item.actor->GetVisibility())
            most = std::max(most, item.actor->GetProperty()->GetOpacity());
    }
    const double least = which == Offered::Solid ? most / 2 : 0;
    for (const Item& item : m_items) {
        if (item.actor->GetVisibility() && item.actor->GetProperty()->GetOpacity() >= least)
            picker.AddPickList(item.actor);
    }
}

std::optional<std::uint16_t> SurfaceActors::labelOf(const vtkProp* actor) const
{
    const auto hit = std::ranges::find_if(
        m_items, [actor](const Item& item) { return item.actor.Get() == actor; });
    return hit == m_items.end() ? std::nullopt : std::optional(hit->label);
}

} // namespace fovea

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

/// With `look`, or a look of its own.
vtkSmartPointer<vtkActor> makeActor(vtkProperty* look)
{
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->ScalarVisibilityOff();
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    if (look) {
        actor->SetProperty(look);
        return actor;
    }
    actor->GetProperty()->SetAmbient(0.12);
    actor->GetProperty()->SetDiffuse(0.85);
    actor->GetProperty()->SetSpecular(0.15);
    actor->GetProperty()->SetSpecularPower(20);
    return actor;
}

} // namespace

SurfaceActors::SurfaceActors(vtkRenderer* renderer)
    : m_renderer(renderer)
    , m_planes(vtkSmartPointer<vtkPlaneCollection>::New())
{
}

void SurfaceActors::set(SurfaceSetPtr surfaces)
{
    for (const Item& item : m_items) {
        m_renderer->RemoveActor(item.actor);
        m_renderer->RemoveActor(item.draftActor);
    }
    m_items.clear();
    m_surfaces = std::move(surfaces);
    if (m_surfaces) {
        for (const auto& surface : m_surfaces->impl().surfaces) {
            Item item;
            item.label = surface.label;
            item.mesh = surface.mesh;
            item.actor = makeActor(nullptr);
            item.draftMesh = surface.draft;
            if (surface.draft != surface.mesh)
                item.draftActor = makeActor(item.actor->GetProperty());
            for (vtkActor* actor : {item.actor.Get(), item.draftActor.Get()}) {
                if (actor)
                    m_renderer->AddActor(actor);
            }
            m_items.push_back(std::move(item));
        }
    }
    setClipping(m_planes);
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

void SurfaceActors::setDraft(bool draft)
{
    if (std::exchange(m_draft, draft) != draft)
        showDetail();
}

void SurfaceActors::repaint()
{
    // Of what is solid and whole nobody sees the inside: half of the pixels need no color.
    const bool whole = m_planes->GetNumberOfItems() == 0;
    for (Item& item : m_items) {
        const Rgba colour = item.label < m_table.size() ? m_table[item.label] : Rgba{};
        item.visible = m_shown && colour.alpha != 0;
        vtkProperty* property = item.actor->GetProperty(); // The stand-in's as well.
        property->SetColor(colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
        property->SetOpacity(colour.alpha / 255.0);
        property->SetBackfaceCulling(whole && colour.alpha == 255);
    }
    showDetail();
}

void SurfaceActors::showDetail()
{
    for (const Item& item : m_items) {
        item.actor->SetVisibility(item.visible && item.shown(m_draft) == item.actor);
        if (item.draftActor)
            item.draftActor->SetVisibility(item.visible && m_draft);
    }
}

void SurfaceActors::setClipping(vtkPlaneCollection* planes)
{
    m_planes = planes;
    for (const Item& item : m_items) {
        clip(*item.actor, item.mesh);
        if (item.draftActor)
            clip(*item.draftActor, item.draftMesh);
    }
    repaint();
}

void SurfaceActors::clip(vtkActor& actor, vtkPolyData* mesh) const
{
    auto* mapper = vtkPolyDataMapper::SafeDownCast(actor.GetMapper());
    const int count = m_planes->GetNumberOfItems();
    if (count <= mostPlanes) {
        mapper->SetInputData(mesh);
        mapper->SetClippingPlanes(m_planes);
        return;
    }
    // A box and an oblique plane through it: the first planes are cut by hand, which takes longer.
    vtkSmartPointer<vtkPolyData> cut = mesh;
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
        if (item.visible)
            most = std::max(most, item.actor->GetProperty()->GetOpacity());
    }
    const double least = which == Offered::Solid ? most / 2 : 0;
    for (const Item& item : m_items) {
        if (item.visible && item.actor->GetProperty()->GetOpacity() >= least)
            picker.AddPickList(item.shown(m_draft));
    }
}

std::optional<std::uint16_t> SurfaceActors::labelOf(const vtkProp* actor) const
{
    const auto hit = std::ranges::find_if(
        m_items, [this, actor](const Item& item) { return item.shown(m_draft) == actor; });
    return hit == m_items.end() ? std::nullopt : std::optional(hit->label);
}

} // namespace fovea

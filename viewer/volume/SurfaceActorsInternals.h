#pragma once

#include "viewer/Colour.h"
#include "viewer/volume/SurfaceSet.h"

#include <vtkActor.h>
#include <vtkCellPicker.h>
#include <vtkPlaneCollection.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <array>
#include <optional>
#include <vector>

namespace fovea {

/// The surfaces of a VolumeScene: an actor for each structure and one for its stand-in, painted by
/// a label table. Transparent ones blend by weight whatever their order (VTK's order-independent
/// pass): peeling them by depth took 0.5 to 1.2 s of processor time a frame without a GPU.
class SurfaceActors {
public:
    explicit SurfaceActors(vtkRenderer* renderer);

    void set(SurfaceSetPtr surfaces);
    const SurfaceSetPtr& surfaces() const { return m_surfaces; }
    void paint(const LabelTable& table);
    /// Whether those that the table shows are shown at all.
    void setShown(bool shown);
    /// Shows stand-ins with few triangles instead, for as long as anything moves.
    void setDraft(bool draft);
    bool isDraft() const { return m_draft; }
    /// Cuts away what lies outside one of the planes; the collection may be shared.
    void setClipping(vtkPlaneCollection* planes);

    /// Bounds of all, visible or not; empty without surfaces.
    std::optional<std::array<double, 6>> bounds() const;
    enum class Offered {
        All,  ///< That are visible.
        Solid ///< That are not shells around others.
    };
    void offer(vtkCellPicker& picker, Offered which) const;
    /// The structure of an actor; empty: not one of these.
    std::optional<std::uint16_t> labelOf(const vtkProp* actor) const;

private:
    struct Item {
        std::uint16_t label = 0;
        vtkSmartPointer<vtkPolyData> mesh;
        vtkSmartPointer<vtkActor> actor;
        vtkSmartPointer<vtkPolyData> draftMesh;
        vtkSmartPointer<vtkActor> draftActor; ///< Null: the surface is its own stand-in.
        bool visible = false;

        vtkActor* shown(bool draft) const { return draft && draftActor ? draftActor : actor; }
    };
    void repaint();
    void showDetail();
    void clip(vtkActor& actor, vtkPolyData* mesh) const;

    vtkRenderer* m_renderer;
    SurfaceSetPtr m_surfaces;
    std::vector<Item> m_items;
    LabelTable m_table;
    bool m_shown = true;
    bool m_draft = false;
    vtkSmartPointer<vtkPlaneCollection> m_planes;
};

} // namespace fovea

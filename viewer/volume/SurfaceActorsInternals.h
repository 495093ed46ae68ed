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

/// The surfaces of a VolumeScene: one actor for each structure, painted by a label table.
class SurfaceActors {
public:
    explicit SurfaceActors(vtkRenderer* renderer);

    void set(SurfaceSetPtr surfaces);
    const SurfaceSetPtr& surfaces() const { return m_surfaces; }
    void paint(const LabelTable& table);
    /// Whether those that the table shows are shown at all.
    void setShown(bool shown);
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
    };
    void repaint();
    void clip(const Item& item) const;

    vtkRenderer* m_renderer;
    SurfaceSetPtr m_surfaces;
    std::vector<Item> m_items;
    LabelTable m_table;
    bool m_shown = true;
    vtkSmartPointer<vtkPlaneCollection> m_planes;
};

} // namespace fovea

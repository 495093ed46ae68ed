#pragma once

#include "viewer/RegionMap.h"

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

#include <array>
#include <optional>

namespace fovea {

/// The strong cells of a region map in 3D, from half of the peak on: their edges, in the map's
/// colors over a dark rim. In a renderer that lies over the others, since they are inside what they
/// are of.
class RegionBoxes {
public:
    static constexpr double shownFrom = 0.5; ///< Of the peak.

    explicit RegionBoxes(vtkRenderer* renderer);

    /// Null: nothing. Looks at the map during the call.
    void set(const RegionMap* map);
    /// Of the boxes shown; empty: none are.
    const std::optional<std::array<double, 6>>& bounds() const { return m_bounds; }

private:
    vtkNew<vtkActor> m_rim;
    vtkNew<vtkActor> m_edges;
    std::optional<std::array<double, 6>> m_bounds;
};

} // namespace fovea

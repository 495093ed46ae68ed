#include "viewer/regionColour.h"
#include "viewer/volume/RegionBoxesInternals.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fovea {

namespace {

/// Corner n of a cell: bit a says on which side along axis a.
Vec3 corner(const RegionMap& map, std::size_t cell, int n)
{
    Vec3 at = map.centreMm(cell);
    for (int a = 0; a < 3; ++a)
        at = at + map.stepMm[static_cast<std::size_t>(a)] * ((n >> a & 1) != 0 ? 0.5 : -0.5);
    return at;
}

vtkSmartPointer<vtkPolyData> boxes(const RegionMap& map, const std::vector<std::size_t>& cells)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> lines;
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(3);
    for (const std::size_t cell : cells) {
        const Rgb colour = regionColour(map.values[cell]);
        vtkIdType first = 0;
        for (int n = 0; n < 8; ++n) {
            const vtkIdType id = points->InsertNextPoint(corner(map, cell, n).data());
            first = n == 0 ? id : first;
        }
        for (int n = 0; n < 8; ++n) {
            for (int a = 0; a < 3; ++a) {
                if ((n >> a & 1) != 0)
                    continue;
                const vtkIdType ends[2] = {first + n, first + (n | (1 << a))};
                lines->InsertNextCell(2, ends);
                colours->InsertNextTypedTuple(colour.data());
            }
        }
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetLines(lines);
    data->GetCellData()->SetScalars(colours);
    return data;
}

} // namespace

RegionBoxes::RegionBoxes(vtkRenderer* renderer)
{
    m_rim->GetProperty()->SetColor(0.05, 0.05, 0.05);
    m_rim->GetProperty()->SetLineWidth(4);
    m_edges->GetProperty()->SetLineWidth(2);
    for (vtkActor* actor : {m_rim.Get(), m_edges.Get()}) {
        actor->GetProperty()->LightingOff();
        actor->PickableOff();
        actor->VisibilityOff();
        renderer->AddActor(actor);
    }
}

void RegionBoxes::set(const RegionMap* map)
{
    m_bounds.reset();
    std::vector<std::size_t> cells = map ? map->cellsFrom(shownFrom) : std::vector<std::size_t>();
    for (vtkActor* actor : {m_rim.Get(), m_edges.Get()})
        actor->SetVisibility(!cells.empty());
    if (cells.empty())
        return;
    // Where two share an edge, the stronger one's color is seen.
    std::ranges::stable_sort(cells, {}, [&](std::size_t cell) { return map->values[cell]; });
    const auto data = boxes(*map, cells);
    vtkNew<vtkPolyDataMapper> plain;
    plain->SetInputData(data);
    plain->ScalarVisibilityOff();
    m_rim->SetMapper(plain);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    // In front of their own rim, which has the same depth.
    mapper->SetResolveCoincidentTopologyToPolygonOffset();
    mapper->SetRelativeCoincidentTopologyLineOffsetParameters(-1, -4);
    m_edges->SetMapper(mapper);
    m_bounds.emplace();
    data->GetBounds(m_bounds->data());
}

} // namespace fovea

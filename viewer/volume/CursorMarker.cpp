#include "viewer/planeColour.h"
#include "viewer/volume/CursorMarkerInternals.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkMatrix4x4.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkUnsignedCharArray.h>

namespace fovea {

namespace {

/// The line along an axis is where the two planes that hold it meet; its colour is the third's.
constexpr SliceOrientation across[3] = {SliceOrientation::Sagittal, SliceOrientation::Coronal,
                                        SliceOrientation::Axial};

} // namespace

CursorMarker::CursorMarker()
{
    constexpr double gapMm = 5;
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> lines;
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(3);
    for (int a = 0; a < 3; ++a) {
        const Rgb colour = planeRgb(across[a]);
        for (const double sign : {-1.0, 1.0}) {
            Vec3 from{0, 0, 0};
            Vec3 to{0, 0, 0};
            from[a] = sign * gapMm;
            to[a] = sign * reachMm;
            const vtkIdType ends[2] = {points->InsertNextPoint(from.data()),
                                       points->InsertNextPoint(to.data())};
            lines->InsertNextCell(2, ends);
            colours->InsertNextTypedTuple(colour.data());
        }
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetLines(lines);
    data->GetCellData()->SetScalars(colours);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    vtkNew<vtkPolyDataMapper> plain;
    plain->SetInputData(data);
    plain->ScalarVisibilityOff();
    m_edge->SetMapper(plain);
    m_edge->GetProperty()->SetColor(0.05, 0.05, 0.05);
    m_edge->GetProperty()->SetLineWidth(5);
    m_lines->SetMapper(mapper);
    m_lines->GetProperty()->SetLineWidth(2);
    // In front of their own edge, which has the same depth.
    mapper->SetResolveCoincidentTopologyToPolygonOffset();
    mapper->SetRelativeCoincidentTopologyLineOffsetParameters(-1, -4);
    for (vtkActor* actor : {m_edge.Get(), m_lines.Get()}) {
        actor->GetProperty()->LightingOff();
        actor->PickableOff();
        actor->VisibilityOff();
        m_renderer->AddActor(actor);
    }
    m_renderer->InteractiveOff();
}

void CursorMarker::set(std::optional<Vec3> positionMm, const PlaneFrame& frame)
{
    m_position = positionMm;
    vtkNew<vtkMatrix4x4> pose;
    for (int a = 0; a < 3; ++a) {
        const Vec3& normal = frame.axes(across[a]).next;
        for (int row = 0; row < 3; ++row)
            pose->SetElement(row, a, normal[row]);
        if (positionMm)
            pose->SetElement(a, 3, (*positionMm)[a]);
    }
    for (vtkActor* actor : {m_edge.Get(), m_lines.Get()}) {
        actor->SetVisibility(positionMm.has_value());
        actor->SetUserMatrix(pose);
    }
}

} // namespace fovea

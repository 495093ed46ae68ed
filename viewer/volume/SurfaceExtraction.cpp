#include "viewer/volume/SurfaceExtractionInternals.h"
#include "viewer/volume/SurfaceReductionInternals.h"

#include <vtkCellArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkIdList.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkReverseSense.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fovea {

namespace {

/// Label → how much of each coarse cell it fills, 0 to 255, with an empty cell all around so that
/// the surface closes. Points are in continuous indices of the label map's grid.
vtkSmartPointer<vtkImageData> partialVolume(const LabelMap& labels, const Structure& structure,
                                            Index3 factor)
{
    const ImageGeometry& geometry = labels.geometry();
    Index3 first{};
    Index3 cells{};
    for (int a = 0; a < 3; ++a) {
        first[a] = structure.low[a] / factor[a] - 1;
        cells[a] = structure.high[a] / factor[a] + 1 - first[a] + 1;
    }
    const auto count = [&](int a) { return static_cast<std::size_t>(cells[a]); };
    std::vector<std::uint32_t> filled(count(0) * count(1) * count(2));
    std::vector<std::size_t> columns; // Divisions would be most of the time.
    for (int i = structure.low[0]; i <= structure.high[0]; ++i)
        columns.push_back(static_cast<std::size_t>(i / factor[0] - first[0]));
    for (int k = structure.low[2]; k <= structure.high[2]; ++k) {
        for (int j = structure.low[1]; j <= structure.high[1]; ++j) {
            const std::uint16_t* row = labels.labels().data() + geometry.offset({0, j, k});
            std::uint32_t* out =
                filled.data() + (static_cast<std::size_t>(k / factor[2] - first[2]) * count(1) +
                                 static_cast<std::size_t>(j / factor[1] - first[1])) *
                                    count(0);
            for (int i = structure.low[0]; i <= structure.high[0]; ++i)
                out[columns[static_cast<std::size_t>(i - structure.low[0])]] +=
                    row[i] == structure.label ? 1U : 0U;
        }
    }

    auto image = vtkSmartPointer<vtkImageData>::New();
    image->SetDimensions(cells.data());
    image->SetSpacing(factor[0], factor[1], factor[2]);
    image->SetOrigin(first[0] * factor[0] + (factor[0] - 1) / 2.0,
                     first[1] * factor[1] + (factor[1] - 1) / 2.0,
                     first[2] * factor[2] + (factor[2] - 1) / 2.0);
    image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
    auto* scalars = static_cast<unsigned char*>(image->GetScalarPointer());
    const double whole = static_cast<double>(factor[0]) * factor[1] * factor[2];
    for (std::size_t n = 0; n < filled.size(); ++n)
        scalars[n] = static_cast<unsigned char>(std::lround(filled[n] * 255.0 / whole));
    return image;
}

/// Signed by the winding: positive where triangles turn counter-clockwise seen from outside.
double signedVolumeMm3(vtkPolyData& mesh)
{
    double six = 0;
    vtkNew<vtkIdList> corners;
    vtkCellArray* triangles = mesh.GetPolys();
    for (triangles->InitTraversal(); triangles->GetNextCell(corners);) {
        Vec3 p[3];
        for (int c = 0; c < 3; ++c)
            mesh.GetPoint(corners->GetId(c), p[c].data());
        six += dot(p[0], cross(p[1], p[2]));
    }
    return six / 6;
}

/// As it is in the cells, in patient space; null where nothing fills half a cell.
vtkSmartPointer<vtkPolyData> extract(const LabelMap& labels, const Structure& structure,
                                     Index3 factor)
{
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputData(partialVolume(labels, structure, factor));
    edges->SetValue(0, 127.5);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    edges->Update();
    if (edges->GetOutput()->GetNumberOfPolys() == 0)
        return nullptr;
    auto mesh = vtkSmartPointer<vtkPolyData>::New();
    mesh->ShallowCopy(edges->GetOutput());
    vtkNew<vtkPoints> points;
    points->SetNumberOfPoints(mesh->GetNumberOfPoints());
    for (vtkIdType n = 0; n < mesh->GetNumberOfPoints(); ++n) {
        Vec3 index{};
        mesh->GetPoint(n, index.data());
        points->SetPoint(n, labels.geometry().indexToPatient(index).data());
    }
    mesh->SetPoints(points);
    return mesh;
}

/// Smooth, wound outwards, with normals.
ExtractedSurface finish(vtkSmartPointer<vtkPolyData> mesh, int smoothingIterations)
{
    if (smoothingIterations > 0) {
        vtkNew<vtkWindowedSincPolyDataFilter> smooth;
        smooth->SetInputData(mesh);
        smooth->SetNumberOfIterations(smoothingIterations);
        smooth->SetPassBand(0.08);
        smooth->NormalizeCoordinatesOn();
        smooth->FeatureEdgeSmoothingOff();
        smooth->BoundarySmoothingOff();
        smooth->Update();
        mesh = smooth->GetOutput();
    }
    const double volume = signedVolumeMm3(*mesh);
    if (volume < 0) { // A left-handed grid, or VTK's own winding.
        vtkNew<vtkReverseSense> reverse;
        reverse->SetInputData(mesh);
        reverse->ReverseCellsOn();
        reverse->Update();
        mesh = reverse->GetOutput();
    }
    return {withNormals(mesh), std::abs(volume) / 1000};
}

} // namespace

ExtractedSurface extractSurface(const LabelMap& labels, const Structure& structure,
                                const SurfaceOptions& options)
{
    const ImageGeometry& geometry = labels.geometry();
    Index3 factor{};
    for (int a = 0; a < 3; ++a) {
        factor[a] = std::max(
            1, static_cast<int>(std::lround(options.targetSpacingMm / geometry.spacingMm[a])));
    }
    const double wholeMm3 = static_cast<double>(structure.voxelCount) * geometry.voxelVolumeMm3();
    // Thin structures vanish in coarse cells: finer ones then, no finer than they need.
    constexpr double enough = 0.7;
    auto mesh = extract(labels, structure, factor);
    while (factor != Index3{1, 1, 1} &&
           (!mesh || std::abs(signedVolumeMm3(*mesh)) < enough * wholeMm3))
    {
        for (int& f : factor)
            f = (f + 1) / 2;
        mesh = extract(labels, structure, factor);
    }
    return mesh ? finish(mesh, options.smoothingIterations) : ExtractedSurface{};
}

} // namespace fovea

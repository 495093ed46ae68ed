#include "model/domain/ImageGeometry.h"
#include "viewer/volume/SurfaceReductionInternals.h"

#include <vtkCellArray.h>
#include <vtkDecimatePro.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPolyDataNormals.h>
#include <vtkQuadricDecimation.h>

namespace fovea {

namespace {

double reduction(vtkPolyData& mesh, std::size_t triangles)
{
    return 1 - static_cast<double>(triangles) / static_cast<double>(mesh.GetNumberOfPolys());
}

bool hasNoMoreThan(vtkPolyData& mesh, std::size_t triangles)
{
    return static_cast<std::size_t>(mesh.GetNumberOfPolys()) <= triangles;
}

} // namespace

double surfaceAreaMm2(vtkPolyData& mesh)
{
    double twice = 0;
    vtkNew<vtkIdList> corners;
    vtkCellArray* triangles = mesh.GetPolys();
    for (triangles->InitTraversal(); triangles->GetNextCell(corners);) {
        Vec3 p[3];
        for (int c = 0; c < 3; ++c)
            mesh.GetPoint(corners->GetId(c), p[c].data());
        twice += norm(cross(p[1] - p[0], p[2] - p[0]));
    }
    return twice / 2;
}

vtkSmartPointer<vtkPolyData> decimated(const vtkSmartPointer<vtkPolyData>& mesh,
                                       std::size_t triangles)
{
    if (hasNoMoreThan(*mesh, triangles))
        return mesh;
    vtkNew<vtkDecimatePro> decimate;
    decimate->SetInputData(mesh);
    decimate->SetTargetReduction(reduction(*mesh, triangles));
    decimate->PreserveTopologyOn(); // A lesion of its own must not vanish.
    decimate->SplittingOff();
    decimate->BoundaryVertexDeletionOn();
    decimate->Update();
    return decimate->GetOutput();
}

vtkSmartPointer<vtkPolyData> draftOf(const vtkSmartPointer<vtkPolyData>& mesh,
                                     std::size_t triangles)
{
    if (hasNoMoreThan(*mesh, triangles))
        return mesh;
    vtkNew<vtkPolyData> bare; // Normals would be one more thing to weigh.
    bare->SetPoints(mesh->GetPoints());
    bare->SetPolys(mesh->GetPolys());
    vtkNew<vtkQuadricDecimation> decimate;
    decimate->SetInputData(bare);
    decimate->SetTargetReduction(reduction(*mesh, triangles));
    decimate->Update();
    return withNormals(decimate->GetOutput());
}

vtkSmartPointer<vtkPolyData> withNormals(vtkPolyData* mesh)
{
    vtkNew<vtkPolyDataNormals> normals;
    normals->SetInputData(mesh);
    normals->SplittingOff();
    normals->ConsistencyOff();
    normals->AutoOrientNormalsOff();
    normals->Update();
    return normals->GetOutput();
}

} // namespace fovea

#pragma once

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <cstddef>

namespace fovea {

/// Square millimetres.
double surfaceAreaMm2(vtkPolyData& mesh);

/// `mesh` with about `triangles` triangles, out of its own points with their own normals, so that
/// it is shaded as smoothly as before. Every separate part stays, and every hole: a mesh of many
/// small parts may keep more than was asked for (vtkDecimatePro). The same mesh where it has no
/// more.
vtkSmartPointer<vtkPolyData> decimated(const vtkSmartPointer<vtkPolyData>& mesh,
                                       std::size_t triangles);

/// A stand-in for `mesh` while it moves: no more than about `triangles` triangles, with normals.
/// Small parts may be missing (vtkQuadricDecimation). The same mesh where it has no more.
vtkSmartPointer<vtkPolyData> draftOf(const vtkSmartPointer<vtkPolyData>& mesh,
                                     std::size_t triangles);

/// With point normals, of triangles that are wound outwards.
vtkSmartPointer<vtkPolyData> withNormals(vtkPolyData* mesh);

} // namespace fovea

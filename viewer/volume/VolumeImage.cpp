#include "viewer/volume/VolumeImageInternals.h"

#include <vtkPointData.h>
#include <vtkShortArray.h>

#include <algorithm>

namespace fovea {

namespace {

bool rightHanded(const ImageGeometry& geometry)
{
    return dot(cross(geometry.axes[0], geometry.axes[1]), geometry.axes[2]) > 0;
}

vtkSmartPointer<vtkMatrix4x4> placement(const ImageGeometry& geometry)
{
    auto matrix = vtkSmartPointer<vtkMatrix4x4>::New();
    for (int row = 0; row < 3; ++row) {
        for (int a = 0; a < 3; ++a)
            matrix->SetElement(row, a, geometry.axes[a][row]);
        matrix->SetElement(row, 3, geometry.originMm[row]);
    }
    return matrix;
}

/// The grid seen from its last slice: right-handed where it was left-handed.
ImageGeometry turnedRound(const ImageGeometry& geometry)
{
    ImageGeometry turned = geometry;
    turned.originMm = geometry.indexToPatient({0, 0, geometry.size[2] - 1.0});
    turned.axes[2] = geometry.axes[2] * -1;
    return turned;
}

VolumeImage sampled(const VolumePtr& volume, Index3 every)
{
    const ImageGeometry& source = volume->geometry();
    const bool turn = !rightHanded(source);
    ImageGeometry grid = turn ? turnedRound(source) : source;
    // The sampled voxel is the middle one of those it stands for.
    const Index3 middle{(every[0] - 1) / 2, (every[1] - 1) / 2, (every[2] - 1) / 2};
    grid.originMm = grid.indexToPatient({double(middle[0]), double(middle[1]), double(middle[2])});
    for (int a = 0; a < 3; ++a) {
        grid.size[a] = source.size[a] / every[a];
        grid.spacingMm[a] = source.spacingMm[a] * every[a];
    }
    VolumeImage out;
    out.image = vtkSmartPointer<vtkImageData>::New();
    out.image->SetDimensions(grid.size.data());
    out.image->SetSpacing(grid.spacingMm.data());
    out.image->AllocateScalars(VTK_SHORT, 1);
    auto* to = static_cast<std::int16_t*>(out.image->GetScalarPointer());
    for (int k = 0; k < grid.size[2]; ++k) {
        const int turnedSlice = k * every[2] + (every[2] - 1) / 2;
        const int slice = turn ? source.size[2] - 1 - turnedSlice : turnedSlice;
        for (int j = 0; j < grid.size[1]; ++j) {
            const std::int16_t* from =
                volume->voxels().data() +
                source.offset({(every[0] - 1) / 2, j * every[1] + (every[1] - 1) / 2, slice});
            for (int i = 0; i < grid.size[0]; ++i, from += every[0])
                *to++ = *from;
        }
    }
    out.toPatient = placement(grid);
    return out;
}

} // namespace

VolumeImage wholeImage(const VolumePtr& volume)
{
    const ImageGeometry& geometry = volume->geometry();
    if (!rightHanded(geometry))
        return sampled(volume, {1, 1, 1});
    VolumeImage out;
    out.image = vtkSmartPointer<vtkImageData>::New();
    out.image->SetDimensions(geometry.size.data());
    out.image->SetSpacing(geometry.spacingMm.data());
    auto scalars = vtkSmartPointer<vtkShortArray>::New();
    // VTK takes no const buffer; save = 1: it neither writes to it nor frees it.
    scalars->SetArray(const_cast<std::int16_t*>(volume->voxels().data()),
                      static_cast<vtkIdType>(volume->voxels().size()), 1);
    out.image->GetPointData()->SetScalars(scalars);
    out.toPatient = placement(geometry);
    return out;
}

VolumeImage proxyImage(const VolumePtr& volume, int maxSide)
{
    Index3 every{};
    for (int a = 0; a < 3; ++a)
        every[a] = std::max(1, (volume->geometry().size[a] + maxSide - 1) / maxSide);
    return sampled(volume, every);
}

} // namespace fovea

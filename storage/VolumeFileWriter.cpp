#include "storage/VolumeFileWriter.h"

#include <itkNiftiImageIO.h>

#include <new>

namespace fovea {

Status writeNiftiVolume(const std::filesystem::path& path, const Volume& volume)
{
    if (path.extension() != ".nii")
        return makeError(ErrorCode::BadOption, {path.filename().string(), ".nii"});
    try {
        const ImageGeometry& geometry = volume.geometry();
        const auto io = itk::NiftiImageIO::New();
        io->SetNumberOfDimensions(3);
        itk::ImageIORegion region(3);
        for (unsigned axis = 0; axis < 3; ++axis) {
            io->SetDimensions(axis, static_cast<std::size_t>(geometry.size[axis]));
            io->SetSpacing(axis, geometry.spacingMm[axis]);
            io->SetOrigin(axis, geometry.originMm[axis]);
            io->SetDirection(
                axis, std::vector<double>(geometry.axes[axis].begin(), geometry.axes[axis].end()));
            region.SetIndex(axis, 0);
            region.SetSize(axis, static_cast<std::size_t>(geometry.size[axis]));
        }
        io->SetIORegion(region);
        io->SetPixelType(itk::IOPixelEnum::SCALAR);
        io->SetComponentType(itk::IOComponentEnum::SHORT);
        io->SetNumberOfComponents(1);
        io->SetUseCompression(false);
        io->SetFileName(path.string());
        io->WriteImageInformation();
        io->Write(volume.voxels().data());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {path.string()});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::FileNotWritable, {path.string()}, exception.what());
    }
    return Done{};
}

} // namespace fovea

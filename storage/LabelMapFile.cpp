#include "storage/LabelMapFile.h"

#include "storage/AtomicFile.h"

#include <itkMetaDataObject.h>
#include <itkMetaImageIO.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>

#include <algorithm>
#include <cctype>
#include <new>
#include <random>

namespace fovea {

namespace {

namespace fs = std::filesystem;

struct Format {
    itk::ImageIOBase::Pointer io;
    std::string extension;
};

Format formatOf(const fs::path& path)
{
    std::string name = path.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    if (name.ends_with(".nii.gz"))
        return {itk::NiftiImageIO::New().GetPointer(), ".nii.gz"};
    if (name.ends_with(".nii"))
        return {itk::NiftiImageIO::New().GetPointer(), ".nii"};
    if (name.ends_with(".nrrd"))
        return {itk::NrrdImageIO::New().GetPointer(), ".nrrd"};
    if (name.ends_with(".mha"))
        return {itk::MetaImageIO::New().GetPointer(), ".mha"};
    return {};
}

void describeGrid(itk::ImageIOBase& io, const ImageGeometry& geometry)
{
    io.SetNumberOfDimensions(3);
    itk::ImageIORegion region(3);
    for (unsigned axis = 0; axis < 3; ++axis) {
        io.SetDimensions(axis, static_cast<std::size_t>(geometry.size[axis]));
        io.SetSpacing(axis, geometry.spacingMm[axis]);
        io.SetOrigin(axis, geometry.originMm[axis]);
        io.SetDirection(
            axis, std::vector<double>(geometry.axes[axis].begin(), geometry.axes[axis].end()));
        region.SetIndex(axis, 0);
        region.SetSize(axis, static_cast<std::size_t>(geometry.size[axis]));
    }
    io.SetIORegion(region);
    io.SetPixelType(itk::IOPixelEnum::SCALAR);
    io.SetComponentType(itk::IOComponentEnum::USHORT);
    io.SetNumberOfComponents(1);
    io.SetUseCompression(true);
}

void nameStructures(itk::ImageIOBase& io, const LabelMap& labels)
{
    std::size_t number = 0;
    for (const Structure& structure : labels.structures()) {
        const std::string segment = "Segment" + std::to_string(number++);
        itk::EncapsulateMetaData<std::string>(io.GetMetaDataDictionary(), segment + "_Name",
                                              structure.name);
        itk::EncapsulateMetaData<std::string>(io.GetMetaDataDictionary(), segment + "_LabelValue",
                                              std::to_string(structure.label));
    }
}

/// A hidden neighbour of `path`. The ending stays: the library goes by it.
fs::path neighbourOf(const fs::path& path, const std::string& extension)
{
    std::random_device random;
    return path.parent_path() /
           ("." + path.filename().string() + "." + std::to_string(random()) + ".part" + extension);
}

Status writeAll(const Format& format, const fs::path& path, const LabelMap& labels)
{
    try {
        describeGrid(*format.io, labels.geometry());
        if (format.extension == ".nrrd")
            nameStructures(*format.io, labels);
        format.io->SetFileName(path.string());
        format.io->WriteImageInformation();
        format.io->Write(labels.labels().data());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {path.string()});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::FileNotWritable, {path.string()}, exception.what());
    }
    return Done{};
}

} // namespace

Status writeLabelMapFile(const fs::path& path, const LabelMap& labels)
{
    const Format format = formatOf(path);
    if (!format.io)
        return makeError(ErrorCode::BadOption,
                         {path.filename().string(), ".nii.gz, .nii, .nrrd, .mha"});
    std::error_code failure;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, failure))
        return makeError(ErrorCode::FileNotWritable, {path.string()}, "no such folder");
    const fs::path part = neighbourOf(path, format.extension);
    Status status = writeAll(format, part, labels);
    if (status)
        status = syncToDisk(part);
    if (status) {
        fs::rename(part, path, failure);
        if (failure)
            status = makeError(ErrorCode::FileNotWritable, {path.string()}, failure.message());
    }
    if (!status) {
        fs::remove(part, failure);
        Error error = status.error();
        error.arguments = {path.string()};
        return error;
    }
    return syncToDisk(folder);
}

bool isLabelMapFileName(const fs::path& path)
{
    return !formatOf(path).extension.empty();
}

} // namespace fovea

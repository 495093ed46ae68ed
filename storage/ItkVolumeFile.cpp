#include "storage/ItkVolumeFile.h"

#include "storage/MetaImageFile.h"
#include "storage/NiftiFile.h"
#include "storage/VolumeFile.h"
#include "storage/availableMemory.h"

#include <itkMetaDataObject.h>
#include <itkMetaImageIO.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <limits>
#include <new>
#include <optional>

namespace fovea {

namespace {

std::string lowerCaseName(const std::filesystem::path& path)
{
    std::string name = path.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

itk::ImageIOBase::Pointer readerFor(const std::filesystem::path& path)
{
    const std::string name = lowerCaseName(path);
    if (name.ends_with(".nii") || name.ends_with(".nii.gz"))
        return itk::NiftiImageIO::New().GetPointer();
    if (name.ends_with(".nrrd") || name.ends_with(".nhdr"))
        return itk::NrrdImageIO::New().GetPointer();
    if (name.ends_with(".mha") || name.ends_with(".mhd"))
        return itk::MetaImageIO::New().GetPointer();
    return nullptr;
}

template <typename T> RawVolumeFile::Type integerType()
{
    using Type = RawVolumeFile::Type;
    if constexpr (sizeof(T) == 1)
        return std::is_signed_v<T> ? Type::S8 : Type::U8;
    else if constexpr (sizeof(T) == 2)
        return std::is_signed_v<T> ? Type::S16 : Type::U16;
    else if constexpr (sizeof(T) == 4)
        return std::is_signed_v<T> ? Type::S32 : Type::U32;
    else
        return std::is_signed_v<T> ? Type::S64 : Type::U64;
}

std::optional<RawVolumeFile::Type> typeOf(itk::IOComponentEnum component)
{
    switch (component) {
    case itk::IOComponentEnum::UCHAR:
        return integerType<unsigned char>();
    case itk::IOComponentEnum::CHAR:
        return integerType<signed char>();
    case itk::IOComponentEnum::USHORT:
        return integerType<unsigned short>();
    case itk::IOComponentEnum::SHORT:
        return integerType<short>();
    case itk::IOComponentEnum::UINT:
        return integerType<unsigned int>();
    case itk::IOComponentEnum::INT:
        return integerType<int>();
    case itk::IOComponentEnum::ULONG:
        return integerType<unsigned long>();
    case itk::IOComponentEnum::LONG:
        return integerType<long>();
    case itk::IOComponentEnum::ULONGLONG:
        return integerType<unsigned long long>();
    case itk::IOComponentEnum::LONGLONG:
        return integerType<long long>();
    case itk::IOComponentEnum::FLOAT:
        return RawVolumeFile::Type::F32;
    case itk::IOComponentEnum::DOUBLE:
        return RawVolumeFile::Type::F64;
    default:
        return std::nullopt;
    }
}

/// ITK images of four dimensions are taken where all but three have one element.
Result<ImageGeometry> geometryOf(const itk::ImageIOBase& io, const std::filesystem::path& path)
{
    const unsigned dimensions = io.GetNumberOfDimensions();
    ImageGeometry geometry;
    geometry.size = {1, 1, 1};
    for (unsigned axis = 0; axis < dimensions; ++axis) {
        const auto size = io.GetDimensions(axis);
        if (axis >= 3) {
            if (size > 1)
                return makeError(ErrorCode::UnsupportedPixels, {"more than three dimensions"});
            continue;
        }
        if (size < 1 || size > 65535)
            return makeError(ErrorCode::BrokenFile, {path.string()}, "size of an axis");
        geometry.size[axis] = static_cast<int>(size);
        geometry.spacingMm[axis] = io.GetSpacing(axis);
        geometry.originMm[axis] = io.GetOrigin(axis);
        const std::vector<double> direction = io.GetDirection(axis);
        for (unsigned row = 0; row < 3 && row < direction.size(); ++row)
            geometry.axes[axis][row] = direction[row];
        if (!(geometry.spacingMm[axis] > 0) || !std::isfinite(geometry.spacingMm[axis]) ||
            !std::isfinite(geometry.originMm[axis]) ||
            !(std::abs(norm(geometry.axes[axis]) - 1.0) <= 1e-3))
            return makeError(ErrorCode::BrokenFile, {path.string()}, "geometry");
    }
    if (dimensions < 3)
        return makeError(ErrorCode::UnsupportedPixels, {"fewer than three dimensions"});
    // A sheared grid would put voxels in the wrong place.
    const auto& axes = geometry.axes;
    if (std::max({std::abs(dot(axes[0], axes[1])), std::abs(dot(axes[0], axes[2])),
                  std::abs(dot(axes[1], axes[2]))}) > 0.01)
        return makeError(ErrorCode::BrokenFile, {path.string()}, "axes are not at right angles");
    return geometry;
}

std::map<std::string, std::string> headerOf(const itk::ImageIOBase& io)
{
    std::map<std::string, std::string> header;
    const itk::MetaDataDictionary& dictionary = io.GetMetaDataDictionary();
    for (const std::string& key : dictionary.GetKeys()) {
        std::string value;
        if (itk::ExposeMetaData<std::string>(dictionary, key, value))
            header[key] = value;
    }
    return header;
}

/// A few bytes can declare terabytes, which must not be asked for. Deflate makes at most 1032 bytes
/// of one (zlib's technical details), and a detached header says nothing of its data's size.
Status checkSize(const std::filesystem::path& path, std::uint64_t bytes)
{
    constexpr std::uint64_t mostOfOneByte = 1100;
    const std::string name = lowerCaseName(path);
    std::error_code failure;
    const std::uint64_t size = std::filesystem::file_size(path, failure);
    const bool detached = name.ends_with(".nhdr") || name.ends_with(".mhd");
    if (!detached && (failure || bytes / mostOfOneByte > size))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "fewer voxels than declared");
    return checkMemory("volume", bytes, availableMemory());
}

Result<RawVolumeFile> read(const std::filesystem::path& path)
{
    const itk::ImageIOBase::Pointer io = readerFor(path);
    if (!io)
        return makeError(ErrorCode::BrokenFile, {path.string()}, "not a volume file's name");
    const bool isMeta = dynamic_cast<const itk::MetaImageIO*>(io.GetPointer()) != nullptr;
    if (isMeta && !hasPlainMetaHeader(path))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "not a MetaImage header");
    const bool isNifti = dynamic_cast<const itk::NiftiImageIO*>(io.GetPointer()) != nullptr;
    if (isNifti && !hasSoundNiftiHeader(path))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "not a NIfTI header");
    io->SetFileName(path.string());
    io->ReadImageInformation();
    if (io->GetNumberOfComponents() != 1)
        return makeError(ErrorCode::UnsupportedPixels, {"several components per voxel"});
    const std::optional<RawVolumeFile::Type> type = typeOf(io->GetComponentType());
    if (!type)
        return makeError(ErrorCode::UnsupportedPixels,
                         {io->GetComponentTypeAsString(io->GetComponentType())});
    Result<ImageGeometry> geometry = geometryOf(*io, path);
    if (!geometry)
        return geometry.error();
    if (isNifti) {
        if (const auto place = readNiftiPlace(path, geometry->size))
            *geometry = place->geometry;
    }

    if (!isCompleteNifti(path, geometry->voxelCount()))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "fewer voxels than declared");
    const std::uint64_t bytes =
        std::uint64_t{geometry->voxelCount()} * std::uint64_t{io->GetComponentSize()};
    if (const Status fits = checkSize(path, bytes); !fits)
        return fits.error();
    RawVolumeFile out;
    out.geometry = *geometry;
    out.type = *type;
    out.header = headerOf(*io);
    itk::ImageIORegion region(io->GetNumberOfDimensions());
    for (unsigned axis = 0; axis < io->GetNumberOfDimensions(); ++axis) {
        region.SetIndex(axis, 0);
        region.SetSize(axis, io->GetDimensions(axis));
    }
    io->SetIORegion(region);
    out.bytes.resize(bytes);
    io->Read(out.bytes.data());
    return out;
}

} // namespace

bool isVolumeFileName(const std::filesystem::path& path)
{
    const std::string name = lowerCaseName(path);
    return std::ranges::any_of(
        std::initializer_list<const char*>{".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".mhd"},
        [&](const char* ending) { return name.ends_with(ending); });
}

Result<RawVolumeFile> readRawVolumeFile(const std::filesystem::path& path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    if (!std::ifstream(path))
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    // Warnings go to standard error and name the file, whose name may be a patient's.
    itk::Object::GlobalWarningDisplayOff();
    try {
        return read(path);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {path.string()});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::BrokenFile, {path.string()}, exception.what());
    }
}

} // namespace fovea

#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// A scalar volume file as it lies on disk. Internal to storage/.
struct RawVolumeFile {
    enum class Type { U8, S8, U16, S16, U32, S32, U64, S64, F32, F64 };

    ImageGeometry geometry; ///< LPS.
    Type type = Type::S16;
    std::vector<char> bytes; ///< Native byte order, i fastest; any rescale applied.
    /// Text entries of the header, e.g. Slicer's "Segment0_Name".
    std::map<std::string, std::string> header;

    /// Calls `use` with a span over the values in their own type.
    template <typename Use> auto visit(Use&& use) const;
};

/// Reads a NIfTI, NRRD or MetaImage file with ITK. Errors as in readVolumeFile().
Result<RawVolumeFile> readRawVolumeFile(const std::filesystem::path& path);

template <typename Use> auto RawVolumeFile::visit(Use&& use) const
{
    const auto as = [&]<typename T>(T) {
        return use(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
    };
    switch (type) {
    case Type::U8:
        return as(std::uint8_t{});
    case Type::S8:
        return as(std::int8_t{});
    case Type::U16:
        return as(std::uint16_t{});
    case Type::U32:
        return as(std::uint32_t{});
    case Type::S32:
        return as(std::int32_t{});
    case Type::U64:
        return as(std::uint64_t{});
    case Type::S64:
        return as(std::int64_t{});
    case Type::F32:
        return as(float{});
    case Type::F64:
        return as(double{});
    case Type::S16:
        break;
    }
    return as(std::int16_t{});
}

} // namespace fovea

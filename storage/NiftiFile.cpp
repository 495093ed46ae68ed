#include "storage/NiftiFile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>
#include <zlib.h>

namespace fovea {

namespace {

constexpr std::size_t headerSize = 348;
constexpr std::size_t bitsPerVoxelField = 72;
constexpr std::size_t voxelOffsetField = 108;
constexpr std::size_t magicField = 344;

struct GzipCloser {
    void operator()(gzFile file) const { gzclose(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, GzipCloser>;

/// Bytes in a file of `voxels` voxels; 0 where it is no NIfTI-1 file.
std::uint64_t bytesDeclared(const std::filesystem::path& path, std::size_t voxels)
{
    const GzipFile file(gzopen(path.c_str(), "rb")); // Passes uncompressed files through.
    std::array<char, headerSize> header{};
    if (!file || gzread(file.get(), header.data(), headerSize) != static_cast<int>(headerSize) ||
        std::memcmp(header.data() + magicField, "n+1", 4) != 0)
        return 0;
    std::int32_t size = 0;
    std::int16_t bits = 0;
    float offset = 0;
    std::memcpy(&size, header.data(), sizeof size);
    std::memcpy(&bits, header.data() + bitsPerVoxelField, sizeof bits);
    std::memcpy(&offset, header.data() + voxelOffsetField, sizeof offset);
    if (size != static_cast<int>(headerSize) || bits < 8 || !(offset >= 0 && offset < 1e9f))
        return 0;
    return static_cast<std::uint64_t>(offset) + voxels * static_cast<std::uint64_t>(bits / 8);
}

/// Uncompressed size modulo 2^32 as the last member of a gzip file states it (RFC 1952, ISIZE).
std::uint32_t sizeStated(std::ifstream& file)
{
    std::array<unsigned char, 4> tail{};
    file.seekg(-4, std::ios::end);
    file.read(reinterpret_cast<char*>(tail.data()), tail.size());
    return tail[0] | (tail[1] << 8u) | (tail[2] << 16u) | (static_cast<unsigned>(tail[3]) << 24u);
}

std::uint64_t sizeUnpacked(const std::filesystem::path& path)
{
    const GzipFile file(gzopen(path.c_str(), "rb"));
    std::vector<char> buffer(1u << 20u);
    std::uint64_t size = 0;
    int got = 0;
    while (file && (got = gzread(file.get(), buffer.data(), 1u << 20u)) > 0)
        size += static_cast<std::uint64_t>(got);
    return size;
}

/// Where the header has what its geometry is made of (nifti1.h, nifti2.h).
struct Layout {
    std::size_t size = 0; ///< Of the header, which is also its first number.
    std::size_t mark = 0;
    std::size_t pixelSizes = 0; ///< Eight numbers.
    std::size_t quaternion = 0; ///< Six, with the offsets.
    std::size_t matrix = 0;     ///< Twelve.
    bool wide = false;          ///< Of eight bytes instead of four.
};
constexpr Layout version1{348, 344, 76, 256, 280, false};
constexpr Layout version2{540, 4, 104, 352, 400, true};

/// Larger is no length in a patient, in mm.
constexpr double largestNumber = 1e6;

template <typename Number>
Number numberIn(const std::vector<char>& bytes, std::size_t at, bool swap)
{
    std::array<char, sizeof(Number)> raw{};
    std::memcpy(raw.data(), bytes.data() + at, raw.size());
    if (swap)
        std::ranges::reverse(raw);
    return std::bit_cast<Number>(raw);
}

bool isSound(const std::vector<char>& bytes, const Layout& layout)
{
    if (bytes.size() < layout.size)
        return false;
    const auto size = static_cast<std::int32_t>(layout.size);
    const bool swap = numberIn<std::int32_t>(bytes, 0, false) != size;
    const char* mark = layout.wide ? "n+2" : "n+1";
    if (numberIn<std::int32_t>(bytes, 0, swap) != size ||
        std::memcmp(bytes.data() + layout.mark, mark, 4) != 0)
        return false;
    const auto sensible = [&](std::size_t first, std::size_t count) {
        for (std::size_t n = 0; n < count; ++n) {
            const double value = layout.wide ? numberIn<double>(bytes, first + 8 * n, swap)
                                             : numberIn<float>(bytes, first + 4 * n, swap);
            if (!(std::abs(value) <= largestNumber))
                return false;
        }
        return true;
    };
    return sensible(layout.pixelSizes, 8) && sensible(layout.quaternion, 6) &&
           sensible(layout.matrix, 12);
}

} // namespace

bool hasSoundNiftiHeader(const std::filesystem::path& path)
{
    const GzipFile file(gzopen(path.c_str(), "rb"));
    std::vector<char> bytes(version2.size);
    const int got = file ? gzread(file.get(), bytes.data(), unsigned(bytes.size())) : -1;
    if (got < 0)
        return false;
    bytes.resize(static_cast<std::size_t>(got));
    return isSound(bytes, version1) || isSound(bytes, version2);
}

bool isCompleteNifti(const std::filesystem::path& path, std::size_t voxels)
{
    const std::uint64_t needed = bytesDeclared(path, voxels);
    if (needed == 0)
        return true;
    std::ifstream file(path, std::ios::binary);
    std::array<unsigned char, 2> magic{};
    file.read(reinterpret_cast<char*>(magic.data()), magic.size());
    if (magic[0] != 0x1F || magic[1] != 0x8B) {
        std::error_code failure;
        return std::filesystem::file_size(path, failure) >= needed && !failure;
    }
    // Several members, or bytes after the volume: only unpacking can tell.
    return sizeStated(file) == static_cast<std::uint32_t>(needed) || sizeUnpacked(path) >= needed;
}

} // namespace fovea

#include "storage/NiftiFile.h"

#include <array>
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

} // namespace

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

#include "storage/NiftiFile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <span>
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
    std::size_t dimensions = 0; ///< The size along i; eight bytes each instead of two.
    std::size_t codes = 0;      ///< Of qform and sform.
    std::size_t units = 0;
    bool wide = false; ///< Of eight bytes instead of four; codes and units of four.
};
constexpr Layout version1{348, 344, 76, 256, 280, 42, 252, 123, false};
constexpr Layout version2{540, 4, 104, 352, 400, 24, 344, 500, true};

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

std::vector<char> headerBytes(const std::filesystem::path& path)
{
    const GzipFile file(gzopen(path.c_str(), "rb"));
    std::vector<char> bytes(version2.size);
    const int got = file ? gzread(file.get(), bytes.data(), unsigned(bytes.size())) : 0;
    bytes.resize(static_cast<std::size_t>(std::max(got, 0)));
    return bytes;
}

/// The numbers of a sound header.
class HeaderNumbers {
public:
    HeaderNumbers(const std::vector<char>& bytes, const Layout& layout)
        : m_bytes(bytes)
        , m_layout(layout)
        , m_swap(numberIn<std::int32_t>(bytes, 0, false) != static_cast<std::int32_t>(layout.size))
    {
    }

    double real(std::size_t first, std::size_t n) const
    {
        return m_layout.wide ? numberIn<double>(m_bytes, first + 8 * n, m_swap)
                             : numberIn<float>(m_bytes, first + 4 * n, m_swap);
    }
    int code(std::size_t n) const
    {
        return m_layout.wide ? numberIn<std::int32_t>(m_bytes, m_layout.codes + 4 * n, m_swap)
                             : numberIn<std::int16_t>(m_bytes, m_layout.codes + 2 * n, m_swap);
    }
    Index3 size() const
    {
        Index3 size{};
        for (std::size_t n = 0; n < 3; ++n) {
            const std::int64_t declared =
                m_layout.wide
                    ? numberIn<std::int64_t>(m_bytes, m_layout.dimensions + 8 * n, m_swap)
                    : numberIn<std::int16_t>(m_bytes, m_layout.dimensions + 2 * n, m_swap);
            size[n] = static_cast<int>(std::clamp<std::int64_t>(declared, 1, 65535));
        }
        return size;
    }
    /// Of one length unit in mm: metres, millimetres (also where it is not said), micrometres.
    double millimetres() const
    {
        const int units = m_layout.wide ? numberIn<std::int32_t>(m_bytes, m_layout.units, m_swap)
                                        : m_bytes[m_layout.units];
        const int length = units & 7;
        return length == 1 ? 1000.0 : length == 3 ? 0.001 : 1.0;
    }

private:
    const std::vector<char>& m_bytes;
    const Layout& m_layout;
    bool m_swap;
};

/// Columns are the steps along i, j and k and the place of the first voxel.
using Affine = std::array<Vec3, 4>;

Affine sformOf(const HeaderNumbers& numbers, const Layout& layout)
{
    Affine affine{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 4; ++column)
            affine[column][row] = numbers.real(layout.matrix, 4 * row + column);
    }
    return affine;
}

/// Method 2 of nifti1.h.
Affine qformOf(const HeaderNumbers& numbers, const Layout& layout)
{
    double b = numbers.real(layout.quaternion, 0);
    double c = numbers.real(layout.quaternion, 1);
    double d = numbers.real(layout.quaternion, 2);
    const double squares = b * b + c * c + d * d;
    double a = 0;
    if (squares < 1) {
        a = std::sqrt(1 - squares);
    } else { // Half a turn, but for rounding.
        const double length = std::sqrt(squares);
        b /= length;
        c /= length;
        d /= length;
    }
    const double mirror = numbers.real(layout.pixelSizes, 0) < 0 ? -1 : 1;
    const double x = numbers.real(layout.pixelSizes, 1);
    const double y = numbers.real(layout.pixelSizes, 2);
    const double z = numbers.real(layout.pixelSizes, 3) * mirror;
    return {
        Vec3{(a * a + b * b - c * c - d * d) * x, 2 * (b * c + a * d) * x, 2 * (b * d - a * c) * x},
        Vec3{2 * (b * c - a * d) * y, (a * a + c * c - b * b - d * d) * y, 2 * (c * d + a * b) * y},
        Vec3{2 * (b * d + a * c) * z, 2 * (c * d - a * b) * z, (a * a + d * d - c * c - b * b) * z},
        Vec3{numbers.real(layout.quaternion, 3), numbers.real(layout.quaternion, 4),
             numbers.real(layout.quaternion, 5)}};
}

/// ITK decomposes the qform in single precision and ends the process where an entry is at the edge
/// of what that can say (seen up to 4e-38). Exact zeros and what becomes one are harmless.
bool canDecomposeQform(const HeaderNumbers& numbers, const Layout& layout)
{
    constexpr double becomesZero = 1e-46;
    constexpr double smallestSafe = 1e-35;
    if (numbers.code(0) <= 0)
        return true;
    const Affine affine = qformOf(numbers, layout);
    return std::ranges::none_of(std::span(affine).first(3), [](const Vec3& step) {
        return std::ranges::any_of(step, [](double value) {
            return std::abs(value) > becomesZero && std::abs(value) < smallestSafe;
        });
    });
}

/// RAS in file units to a grid in LPS; nothing where it is none with right angles.
std::optional<ImageGeometry> gridOf(const Affine& affine, double millimetres, Index3 size)
{
    constexpr double rightAngle = 0.01;
    ImageGeometry geometry;
    geometry.size = size;
    const auto lps = [&](const Vec3& ras) { return Vec3{-ras[0], -ras[1], ras[2]} * millimetres; };
    geometry.originMm = lps(affine[3]);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Vec3 step = lps(affine[axis]);
        geometry.spacingMm[axis] = norm(step);
        if (!(geometry.spacingMm[axis] > 0))
            return std::nullopt;
        geometry.axes[axis] = step * (1.0 / geometry.spacingMm[axis]);
    }
    const auto& axes = geometry.axes;
    if (std::abs(dot(axes[0], axes[1])) > rightAngle ||
        std::abs(dot(axes[0], axes[2])) > rightAngle ||
        std::abs(dot(axes[1], axes[2])) > rightAngle)
        return std::nullopt;
    return geometry;
}

double largestDifference(const ImageGeometry& a, const ImageGeometry& b)
{
    double largest = 0;
    for (unsigned corner = 0; corner < 8; ++corner) {
        Vec3 index{0, 0, 0};
        for (std::size_t axis = 0; axis < 3; ++axis)
            index[axis] = (corner >> axis) & 1u ? a.size[axis] - 1 : 0;
        largest = std::max(largest, norm(a.indexToPatient(index) - b.indexToPatient(index)));
    }
    return largest;
}

/// Null: the header is not sound.
const Layout* layoutOf(const std::vector<char>& bytes)
{
    for (const Layout* layout : {&version1, &version2}) {
        if (isSound(bytes, *layout))
            return canDecomposeQform(HeaderNumbers(bytes, *layout), *layout) ? layout : nullptr;
    }
    return nullptr;
}

} // namespace

bool hasSoundNiftiHeader(const std::filesystem::path& path)
{
    return layoutOf(headerBytes(path)) != nullptr;
}

std::optional<Index3> niftiSize(const std::filesystem::path& path)
{
    const std::vector<char> bytes = headerBytes(path);
    const Layout* layout = layoutOf(bytes);
    if (!layout)
        return std::nullopt;
    return HeaderNumbers(bytes, *layout).size();
}

std::optional<NiftiPlace> readNiftiPlace(const std::filesystem::path& path, Index3 size)
{
    const std::vector<char> bytes = headerBytes(path);
    const Layout* const found = layoutOf(bytes);
    if (!found)
        return std::nullopt;
    const Layout& layout = *found;
    const HeaderNumbers numbers(bytes, layout);
    const int qformCode = numbers.code(0);
    const int sformCode = numbers.code(1);
    std::optional<ImageGeometry> qform;
    std::optional<ImageGeometry> sform;
    if (qformCode > 0)
        qform = gridOf(qformOf(numbers, layout), numbers.millimetres(), size);
    if (sformCode > 0)
        sform = gridOf(sformOf(numbers, layout), numbers.millimetres(), size);
    if (!qform && !sform)
        return std::nullopt;
    NiftiPlace place;
    if (qform && sform)
        place.differenceMm = largestDifference(*qform, *sform);
    constexpr int lastOfPatient = 2; // NIFTI_XFORM_ALIGNED_ANAT; above are standard spaces.
    const bool elsewhere = sformCode > lastOfPatient && qformCode <= lastOfPatient;
    place.geometry = sform && !(qform && elsewhere) ? *sform : *qform;
    return place;
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

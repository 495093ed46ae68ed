#include "model/checkpoint/ZipDirectory.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <zlib.h>

namespace fovea {
namespace {

// Signatures and layouts: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::uint16_t deflateMethod = 8; // 4.4.5

/// Little-endian number at an offset; the caller has checked that it lies inside.
template <typename T> T number(std::string_view bytes, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return static_cast<T>(value);
}

bool inside(std::string_view bytes, std::uint64_t at, std::uint64_t size)
{
    return at <= bytes.size() && size <= bytes.size() - at;
}

Error broken(const char* what)
{
    return makeError(ErrorCode::CheckpointBroken, {what});
}

struct Central {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
};

std::optional<Central> findCentral(std::string_view bytes)
{
    if (bytes.size() < 22)
        return std::nullopt;
    const std::size_t lowest = bytes.size() > 22 + 65535 ? bytes.size() - 22 - 65535 : 0;
    for (std::size_t end = bytes.size() - 22;; --end) {
        if (number<std::uint32_t>(bytes, end) == endSignature) {
            Central central{number<std::uint32_t>(bytes, end + 16),
                            number<std::uint16_t>(bytes, end + 10)};
            if (end >= 20 && number<std::uint32_t>(bytes, end - 20) == locator64Signature) {
                const auto at = number<std::uint64_t>(bytes, end - 20 + 8);
                if (!inside(bytes, at, 56) || number<std::uint32_t>(bytes, at) != end64Signature)
                    return std::nullopt;
                central = {number<std::uint64_t>(bytes, at + 48),
                           number<std::uint64_t>(bytes, at + 32)};
            }
            return central;
        }
        if (end == lowest)
            return std::nullopt;
    }
}

struct Sizes {
    std::uint64_t stored = 0;
    std::uint64_t original = 0;
    std::uint64_t offset = 0;
};

/// Takes from the zip64 extra field what did not fit into 32 bits.
bool widen(Sizes& sizes, std::string_view extra)
{
    std::size_t at = 0;
    while (at + 4 <= extra.size()) {
        const auto id = number<std::uint16_t>(extra, at);
        const auto size = number<std::uint16_t>(extra, at + 2);
        if (!inside(extra, at + 4, size))
            return false;
        if (id == 1) {
            const std::string_view field = extra.substr(at + 4, size);
            std::size_t next = 0;
            for (std::uint64_t* value : {&sizes.original, &sizes.stored, &sizes.offset}) {
                if (*value != 0xffffffff)
                    continue;
                if (!inside(field, next, 8))
                    return false;
                *value = number<std::uint64_t>(field, next);
                next += 8;
            }
        }
        at += 4 + size;
    }
    return true;
}

} // namespace

bool ZipDirectory::looksLikeZip(std::string_view bytes)
{
    return bytes.size() >= 4 && number<std::uint32_t>(bytes, 0) == localSignature;
}

Result<ZipDirectory> ZipDirectory::read(std::string_view bytes, Allow allow)
{
    const std::optional<Central> central = findCentral(bytes);
    if (!central)
        return broken("zip directory not found; the file is cut off");
    ZipDirectory directory;
    std::uint64_t at = central->offset;
    for (std::uint64_t i = 0; i < central->count; ++i) {
        if (!inside(bytes, at, 46) || number<std::uint32_t>(bytes, at) != centralSignature)
            return broken("zip directory is damaged");
        const auto flags = number<std::uint16_t>(bytes, at + 8);
        const auto method = number<std::uint16_t>(bytes, at + 10);
        Sizes sizes{number<std::uint32_t>(bytes, at + 20), number<std::uint32_t>(bytes, at + 24),
                    number<std::uint32_t>(bytes, at + 42)};
        const auto nameSize = number<std::uint16_t>(bytes, at + 28);
        const auto extraSize = number<std::uint16_t>(bytes, at + 30);
        const auto commentSize = number<std::uint16_t>(bytes, at + 32);
        if (!inside(bytes, at + 46, std::uint64_t{nameSize} + extraSize + commentSize) ||
            !widen(sizes, bytes.substr(at + 46 + nameSize, extraSize)))
            return broken("zip directory is damaged");
        const bool deflated = method == deflateMethod && allow == Allow::Deflated;
        if ((method != 0 && !deflated) || (flags & 1) != 0 ||
            (!deflated && sizes.stored != sizes.original))
            return broken(allow == Allow::Deflated
                              ? "an entry is encrypted, or compressed in an unusual way"
                              : "an entry is compressed or encrypted");
        if (!inside(bytes, sizes.offset, 30) ||
            number<std::uint32_t>(bytes, sizes.offset) != localSignature)
            return broken("zip entry is damaged");
        const std::uint64_t data = sizes.offset + 30 +
                                   number<std::uint16_t>(bytes, sizes.offset + 26) +
                                   number<std::uint16_t>(bytes, sizes.offset + 28);
        if (!inside(bytes, data, sizes.stored))
            return broken("zip entry reaches beyond the file");
        directory.m_entries.emplace(bytes.substr(at + 46, nameSize),
                                    Entry{bytes.substr(data, sizes.stored),
                                          number<std::uint32_t>(bytes, at + 16), sizes.original,
                                          deflated});
        at += 46 + std::uint64_t{nameSize} + extraSize + commentSize;
    }
    return directory;
}

std::uint32_t checksumOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

} // namespace fovea

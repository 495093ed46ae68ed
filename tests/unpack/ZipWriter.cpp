#include "tests/unpack/ZipWriter.h"

#include <zlib.h>

namespace fovea::testing {
namespace {

template <typename T> void put(std::string& out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
}

std::string deflated(const std::string& text)
{
    z_stream stream{};
    ::deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(::deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

} // namespace

std::string zipOf(const std::vector<ZipFile>& files)
{
    std::string out;
    std::string directory;
    for (const ZipFile& file : files) {
        const std::string data = file.deflated ? deflated(file.text) : file.text;
        const auto checksum = file.claimedChecksum.value_or(
            static_cast<std::uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(file.text.data()),
                                               static_cast<uInt>(file.text.size()))));
        std::string common; // From "version needed" to the length of the extra field.
        put<std::uint16_t>(common, 20);
        put<std::uint16_t>(common, 0);
        put<std::uint16_t>(common, file.deflated ? 8 : 0);
        put<std::uint32_t>(common, 0);
        put<std::uint32_t>(common, checksum);
        put<std::uint32_t>(common, static_cast<std::uint32_t>(data.size()));
        put<std::uint32_t>(common,
                           file.claimedSize.value_or(static_cast<std::uint32_t>(file.text.size())));
        put<std::uint16_t>(common, static_cast<std::uint16_t>(file.name.size()));
        put<std::uint16_t>(common, 0);
        const auto offset = static_cast<std::uint32_t>(out.size());
        put<std::uint32_t>(out, 0x04034b50);
        out += common + file.name + data;
        put<std::uint32_t>(directory, 0x02014b50);
        put<std::uint16_t>(directory, 20);
        directory += common;
        put<std::uint16_t>(directory, 0);
        put<std::uint32_t>(directory, 0);
        put<std::uint32_t>(directory, 0);
        put<std::uint32_t>(directory, offset);
        directory += file.name;
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += directory;
    put<std::uint32_t>(out, 0x06054b50);
    put<std::uint32_t>(out, 0);
    put<std::uint16_t>(out, static_cast<std::uint16_t>(files.size()));
    put<std::uint16_t>(out, static_cast<std::uint16_t>(files.size()));
    put<std::uint32_t>(out, static_cast<std::uint32_t>(directory.size()));
    put<std::uint32_t>(out, begin);
    put<std::uint16_t>(out, 0);
    return out;
}

} // namespace fovea::testing

#include "storage/RleFrame.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledec.h>

#include <bit>

namespace fovea {

namespace {

constexpr std::size_t headerSize = 64;

std::uint32_t numberAtByte(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at]) |
           (static_cast<std::uint32_t>(bytes[at + 1]) << 8) |
           (static_cast<std::uint32_t>(bytes[at + 2]) << 16) |
           (static_cast<std::uint32_t>(bytes[at + 3]) << 24);
}

} // namespace

bool decodeRleFrame(std::span<const std::uint8_t> stream, std::size_t bytesPerValue,
                    std::span<char> out)
{
    if (stream.size() < headerSize || numberAtByte(stream, 0) != bytesPerValue || out.empty())
        return false;
    const std::size_t values = out.size() / bytesPerValue;
    DcmRLEDecoder decoder(values);
    for (std::size_t segment = 0; segment < bytesPerValue; ++segment) {
        const std::size_t start = numberAtByte(stream, 4 * (segment + 1));
        const std::size_t end = segment + 1 < bytesPerValue
                                    ? std::size_t{numberAtByte(stream, 4 * (segment + 2))}
                                    : stream.size();
        if (start < headerSize || start >= end || end > stream.size())
            return false;
        decoder.clear();
        // It only reads. Padding after the last value is more than fits, and no matter.
        static_cast<void>(
            decoder.decompress(const_cast<std::uint8_t*>(stream.data() + start), end - start));
        if (decoder.size() != values)
            return false;
        const std::size_t byte =
            std::endian::native == std::endian::little ? bytesPerValue - 1 - segment : segment;
        const auto* decoded = static_cast<const char*>(decoder.getOutputBuffer());
        for (std::size_t i = 0; i < values; ++i)
            out[i * bytesPerValue + byte] = decoded[i];
    }
    return true;
}

} // namespace fovea

#include "storage/CodestreamHeader.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

using Bytes = std::span<const std::uint8_t>;

unsigned word(Bytes bytes, std::size_t at)
{
    return (bytes[at] << 8u) | bytes[at + 1];
}

std::uint32_t longWord(Bytes bytes, std::size_t at)
{
    return (static_cast<std::uint32_t>(word(bytes, at)) << 16u) | word(bytes, at + 2);
}

bool isFrameMarker(unsigned marker)
{
    const bool jpeg =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    return jpeg || marker == 0xF7; // F7: JPEG-LS.
}

/// JFIF's version is 1 and something (JFIF 1.02); GDCM ends the program over a warning on any
/// other.
bool isOddJfif(Bytes segment)
{
    constexpr std::array<std::uint8_t, 5> name{'J', 'F', 'I', 'F', 0};
    return segment.size() > name.size() && std::ranges::equal(segment.first(name.size()), name) &&
           segment[name.size()] != 1;
}

/// From the start of a scan to the end of the image: data, and between them segments that lie in
/// the stream. Without the end, or with a segment that leads past it, GDCM's decoder looks for more
/// for ever, and CharLS may.
bool reachesItsEnd(Bytes stream, std::size_t at, bool jpegLs)
{
    while (at + 2 <= stream.size()) {
        const unsigned marker = stream[at + 1];
        // Behind FF a JPEG has 0, a JPEG-LS a bit of 0, where it is data (F.1.2.3, C.2.1).
        const bool data =
            stream[at] != 0xFF || (jpegLs ? marker < 0x80 : marker == 0) || marker == 0xFF;
        const bool restart = marker >= 0xD0 && marker <= 0xD7;
        if (data || restart) {
            at += data ? 1 : 2;
            continue;
        }
        if (marker == 0xD9)
            return true;
        if (marker < 0xC0 || marker == 0xD8 || at + 4 > stream.size() || word(stream, at + 2) < 2)
            return false;
        at += 2 + word(stream, at + 2);
    }
    return false;
}

/// Segment by segment, nothing between them, up to the start of the scan: GDCM ends the program
/// over a warning on bytes that belong to none.
std::optional<CodestreamHeader> readJpeg(Bytes stream)
{
    std::optional<CodestreamHeader> header;
    bool jpegLs = false;
    std::size_t at = 2;
    while (at + 4 <= stream.size()) {
        if (stream[at] != 0xFF)
            return std::nullopt;
        const unsigned marker = stream[at + 1];
        if (marker == 0xFF) { // Fill byte.
            ++at;
            continue;
        }
        if (marker == 0xDA)
            return reachesItsEnd(stream, at, jpegLs) ? header : std::nullopt;
        const unsigned length = word(stream, at + 2);
        // Below: none, or markers without a segment.
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD9) || length < 2 ||
            at + 2 + length > stream.size() ||
            (marker == 0xE0 && isOddJfif(stream.subspan(at + 4, length - 2))))
            return std::nullopt;
        if (isFrameMarker(marker)) {
            if (header || length < 8)
                return std::nullopt;
            jpegLs = marker == 0xF7;
            header = CodestreamHeader{static_cast<int>(word(stream, at + 7)),
                                      static_cast<int>(word(stream, at + 5)), stream[at + 9],
                                      stream[at + 4]};
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<CodestreamHeader> readJpeg2000(Bytes stream)
{
    constexpr std::array<std::uint8_t, 4> start{0xFF, 0x4F, 0xFF, 0x51};
    const Bytes head = stream.first(std::min<std::size_t>(stream.size(), 4096));
    const auto found = std::ranges::search(head, start);
    if (found.empty())
        return std::nullopt;
    const auto at = static_cast<std::size_t>(found.begin() - head.begin());
    if (at + 43 > stream.size())
        return std::nullopt;
    const std::uint32_t right = longWord(stream, at + 8);
    const std::uint32_t bottom = longWord(stream, at + 12);
    const std::uint32_t left = longWord(stream, at + 16);
    const std::uint32_t top = longWord(stream, at + 20);
    if (right <= left || bottom <= top || right > 65535 || bottom > 65535)
        return std::nullopt;
    return CodestreamHeader{static_cast<int>(right - left), static_cast<int>(bottom - top),
                            static_cast<int>(word(stream, at + 40)), (stream[at + 42] & 0x7F) + 1};
}

} // namespace

std::optional<CodestreamHeader> readCodestreamHeader(Bytes stream)
{
    if (stream.size() >= 2 && stream[0] == 0xFF && stream[1] == 0xD8)
        return readJpeg(stream);
    return readJpeg2000(stream);
}

} // namespace fovea

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fovea {

/// Decodes one frame of RLE Lossless (PS3.5 G) of one grey sample of one or two bytes: a segment
/// for each byte of a value, the most significant one first. `out` has the frame's size and gets
/// values in this machine's byte order. False where the stream has other segments than that, or
/// makes fewer values. (GDCM's decoder reads beyond a damaged stream.)
bool decodeRleFrame(std::span<const std::uint8_t> stream, std::size_t bytesPerValue,
                    std::span<char> out);

} // namespace fovea

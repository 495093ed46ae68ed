#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace fovea {

/// What a compressed frame says about itself.
struct CodestreamHeader {
    int width = 0;
    int height = 0;
    int components = 0;
    int precision = 0; ///< Bits per sample.
};

/// Reads the frame header of a JPEG or JPEG-LS stream (ISO 10918-1 B.2.2, ISO 14495-1 C.2.2) or the
/// SIZ segment of a JPEG 2000 one (ISO 15444-1 A.5.1, also inside a JP2 file). A codec trusts the
/// stream and not the DICOM header, so both are compared before it runs. Empty where neither is
/// found, where segments of a JPEG header do not follow each other up to the scan as they must, and
/// where a JPEG or JPEG-LS stream does not come to its end: the codecs would look for it for ever.
std::optional<CodestreamHeader> readCodestreamHeader(std::span<const std::uint8_t> stream);

} // namespace fovea

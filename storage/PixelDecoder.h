#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fovea {

/// What a header promises about the pixels of a file; checked before anything is allocated.
struct PixelExpectation {
    int columns = 0;
    int rows = 0;
    int frames = 1;
};

/// Stored values of all frames of a file, frame by frame, row by row.
struct DecodedPixels {
    enum class Type { Unsigned8, Signed8, Unsigned16, Signed16 };
    Type type = Type::Unsigned16;
    std::vector<char> bytes; ///< Native byte order.

    std::size_t bytesPerValue() const
    {
        return type == Type::Unsigned8 || type == Type::Signed8 ? 1 : 2;
    }
};

/// Decodes the pixel data of a DICOM file whatever its transfer syntax, with GDCM: the only place
/// that does. `reuse` gives its buffer back to be used again.
///
/// Errors: BrokenFile (GDCM cannot read it, or it is not what was expected), UnsupportedPixels (not
/// one grey sample of 8 or 16 bits, or a compression GDCM does not know), OutOfMemory.
/// Threads: reentrant.
Result<DecodedPixels> decodePixels(const std::filesystem::path& path,
                                   const PixelExpectation& expected, DecodedPixels reuse = {});

} // namespace fovea

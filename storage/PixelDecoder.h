#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
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
    std::span<const char> bytes; ///< Native byte order. Valid as long as this or a copy.

    /// What keeps the bytes: a file that was parsed, or the buffer that was decoded into.
    std::shared_ptr<const void> file;
    std::shared_ptr<std::vector<char>> decoded;

    std::size_t bytesPerValue() const
    {
        return type == Type::Unsigned8 || type == Type::Signed8 ? 1 : 2;
    }
};

/// Decodes the pixel data of a DICOM file whatever its transfer syntax: the only place that does.
/// DCMTK parses the file and gives uncompressed pixels, not copied; compressed frames go through
/// GDCM's codecs (it has JPEG 2000), or DCMTK's for RLE, after their own headers have been compared
/// with the file's.
/// `reuse` gives its buffer back to be used again.
///
/// Errors: BrokenFile (it cannot be read, or is not what was expected), UnsupportedPixels (not
/// one grey sample of 8 or 16 bits, or a compression GDCM does not know), OutOfMemory.
/// Threads: reentrant.
Result<DecodedPixels> decodePixels(const std::filesystem::path& path,
                                   const PixelExpectation& expected, DecodedPixels reuse = {});

/// Whether a transfer syntax is a compression that decodePixels() refuses by name whatever the
/// file: High-Throughput JPEG 2000, JPEG XL, video, pixels that lie elsewhere (JPIP).
bool isUndecodable(const std::string& transferSyntaxUid);

/// Of a transfer syntax, as the standard calls it without blanks; the UID where it knows none.
std::string transferSyntaxName(const std::string& uid);

} // namespace fovea

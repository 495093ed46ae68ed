#pragma once

#include "storage/DicomHeader.h"
#include "storage/PixelDecoder.h"

#include <dcmtk/dcmdata/dcfcache.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace fovea {

/// The pixel data of a DICOM Segmentation, frame by frame, whatever its type and encoding. What is
/// not compressed is read from the file frame by frame: of a hundred structures it is larger than
/// the label map that comes of it. Keeps the parsed file.
class SegmentationPixels {
public:
    /// Errors: UnsupportedPixels (type, bits, compression), BrokenFile (fewer pixels than
    /// declared).
    static Result<SegmentationPixels> read(const DicomHeader& header,
                                           const std::filesystem::path& path);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int frames() const { return m_frames; }
    bool isLabelMap() const { return m_type == Type::LabelMap; }

    /// What one thread reads frames into.
    class Buffer {
        friend class SegmentationPixels;
        std::vector<std::uint8_t> m_bytes;
        DcmFileCache m_file; ///< Keeps the file open.
    };

    /// Calls visit(pixel, label) for every pixel that has a label, in order: `segment` where a
    /// binary or fractional frame is set, the pixel's own value in a label map (but for its padding
    /// value). False where the file cannot be read.
    template <typename Visit>
    bool visitFrame(std::size_t frame, std::uint16_t segment, Buffer& buffer, Visit visit) const;
    /// The same row by row, 0 where there is none.
    bool frameLabels(std::size_t frame, std::uint16_t segment, Buffer& buffer,
                     std::vector<std::uint16_t>& labels) const;

private:
    enum class Type { Binary, Fractional, LabelMap };

    Type m_type = Type::Binary;
    int m_columns = 0;
    int m_rows = 0;
    int m_frames = 0;
    int m_bits = 1; ///< Allocated per pixel: 1, 8 or 16.
    int m_fractionMaximum = 255;
    std::optional<int> m_padding;
    DecodedPixels m_decoded;         ///< Of compressed pixel data.
    DcmElement* m_element = nullptr; ///< Other pixel data; lives in m_header.
    std::optional<DicomHeader> m_header;

    std::size_t pixelsOfFrame() const
    {
        return static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    }
    /// The bytes that hold the frame, little endian, and behind them (where the frame is of bits)
    /// zeros up to the next eighth byte. Empty: it cannot be read.
    std::span<const std::uint8_t> bytesOf(std::size_t frame, Buffer& buffer) const;
    /// Label of a pixel of 8 or 16 bits that is not 0; 0 for none.
    std::uint16_t labelOf(int value, std::uint16_t segment) const
    {
        if (m_type == Type::LabelMap)
            return value == m_padding ? std::uint16_t{0} : static_cast<std::uint16_t>(value);
        return m_type == Type::Binary || 2 * value >= m_fractionMaximum ? segment
                                                                        : std::uint16_t{0};
    }
};

template <typename Visit>
bool SegmentationPixels::visitFrame(std::size_t frame, std::uint16_t segment, Buffer& buffer,
                                    Visit visit) const
{
    const std::span<const std::uint8_t> bytes = bytesOf(frame, buffer);
    const std::size_t count = pixelsOfFrame();
    if (bytes.empty())
        return false;
    if (m_bits == 1) { // Packed across frames, lowest bit first (PS3.5 8.1.1).
        const std::size_t before = frame * count % 8;
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            if constexpr (std::endian::native == std::endian::big)
                word = __builtin_bswap64(word);
            for (; word != 0; word &= word - 1) {
                const std::size_t bit = 8 * at + static_cast<std::size_t>(std::countr_zero(word));
                if (bit >= before && bit - before < count)
                    visit(bit - before, segment);
            }
        }
        return true;
    }
    const std::size_t width = static_cast<std::size_t>(m_bits) / 8;
    for (std::size_t i = 0; i < count; ++i) {
        const int value = width == 1 ? bytes[i] : bytes[2 * i] | (bytes[2 * i + 1] << 8);
        if (value == 0)
            continue;
        if (const std::uint16_t label = labelOf(value, segment); label != 0)
            visit(i, label);
    }
    return true;
}

} // namespace fovea

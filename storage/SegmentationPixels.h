#pragma once

#include "storage/DicomHeader.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// The pixel data of a DICOM Segmentation, frame by frame, whatever its type and encoding.
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

    /// Row by row: `segment` where a binary or fractional frame is set, the pixel's own value (0
    /// for its padding value) in a label map, else 0.
    void frameLabels(std::size_t frame, std::uint16_t segment,
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
    std::vector<std::uint8_t> m_bytes; ///< Little endian.
};

} // namespace fovea

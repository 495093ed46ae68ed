#include "storage/SegmentationPixels.h"

#include "storage/PixelDecoder.h"

namespace fovea {

namespace {

Error broken(const std::filesystem::path& path, const char* what)
{
    return makeError(ErrorCode::BrokenFile, {path.string()}, what);
}

} // namespace

Result<SegmentationPixels> SegmentationPixels::read(const DicomHeader& header,
                                                    const std::filesystem::path& path)
{
    DcmDataset& data = header.dataset();
    SegmentationPixels out;
    const std::string type = header.text(DCM_SegmentationType);
    if (type == "BINARY")
        out.m_type = Type::Binary;
    else if (type == "FRACTIONAL")
        out.m_type = Type::Fractional;
    else if (type == "LABELMAP")
        out.m_type = Type::LabelMap;
    else
        return makeError(ErrorCode::UnsupportedPixels, {"segmentation type " + type});
    const long bits = integerAt(data, DCM_BitsAllocated).value_or(0);
    const bool bitsFit = out.m_type == Type::Binary       ? bits == 1 || bits == 8
                         : out.m_type == Type::Fractional ? bits == 8
                                                          : bits == 8 || bits == 16;
    if (!bitsFit)
        return makeError(ErrorCode::UnsupportedPixels, {std::to_string(bits) + " bits allocated"});
    const long columns = integerAt(data, DCM_Columns).value_or(0);
    const long rows = integerAt(data, DCM_Rows).value_or(0);
    const long frames = integerAt(data, DCM_NumberOfFrames).value_or(1);
    if (columns < 1 || rows < 1 || frames < 1 || frames > 1'000'000)
        return broken(path, "no valid matrix or Number of Frames");
    out.m_bits = static_cast<int>(bits);
    out.m_columns = static_cast<int>(columns);
    out.m_rows = static_cast<int>(rows);
    out.m_frames = static_cast<int>(frames);
    out.m_fractionMaximum =
        static_cast<int>(integerAt(data, DCM_MaximumFractionalValue).value_or(255));
    if (const auto padding = integerAt(data, DCM_PixelPaddingValue))
        out.m_padding = static_cast<int>(*padding);

    const DcmXfer syntax(data.getOriginalXfer());
    const std::size_t needed =
        (static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) *
             static_cast<std::size_t>(frames) * static_cast<std::size_t>(bits) +
         7) /
        8;
    if (syntax.usesEncapsulatedFormat()) {
        Result<DecodedPixels> decoded =
            decodePixels(path, {out.m_columns, out.m_rows, out.m_frames});
        if (!decoded)
            return decoded.error();
        if (decoded->bytesPerValue() * 8 != static_cast<std::size_t>(bits))
            return makeError(ErrorCode::UnsupportedPixels, {syntax.getXferName()});
        out.m_bytes.assign(decoded->bytes.begin(), decoded->bytes.end());
        return out;
    }
    DcmElement* element = nullptr;
    Uint8* bytes = nullptr;
    if (data.findAndGetElement(DCM_PixelData, element).bad() || !element ||
        element->getLength() < needed || element->getUint8Array(bytes).bad() || !bytes)
        return broken(path, "fewer pixels than declared");
    out.m_bytes.assign(bytes, bytes + needed);
    return out;
}

void SegmentationPixels::frameLabels(std::size_t frame, std::uint16_t segment,
                                     std::vector<std::uint16_t>& labels) const
{
    const std::size_t count =
        static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    const std::size_t first = frame * count;
    labels.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = first + i;
        int value = 0;
        if (m_bits == 1) // Packed across frames, lowest bit first (PS3.5 8.1.1).
            value = (m_bytes[at / 8] >> (at % 8)) & 1;
        else if (m_bits == 8)
            value = m_bytes[at];
        else
            value = m_bytes[2 * at] | (m_bytes[2 * at + 1] << 8);
        switch (m_type) {
        case Type::Binary:
            labels[i] = value ? segment : std::uint16_t{0};
            break;
        case Type::Fractional:
            labels[i] = 2 * value >= m_fractionMaximum ? segment : std::uint16_t{0};
            break;
        case Type::LabelMap:
            labels[i] = value == m_padding ? std::uint16_t{0} : static_cast<std::uint16_t>(value);
            break;
        }
    }
}

} // namespace fovea

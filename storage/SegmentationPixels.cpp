#include "storage/SegmentationPixels.h"

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
        out.m_decoded = std::move(*decoded);
        return out;
    }
    DcmElement* element = nullptr;
    if (data.findAndGetElement(DCM_PixelData, element).bad() || !element ||
        element->getLength() < needed)
        return broken(path, "fewer pixels than declared");
    out.m_element = element;
    out.m_header = header;
    return out;
}

std::span<const std::uint8_t> SegmentationPixels::bytesOf(std::size_t frame, Buffer& buffer) const
{
    const auto bits = static_cast<std::size_t>(m_bits);
    const std::size_t firstByte = frame * pixelsOfFrame() * bits / 8;
    const std::size_t endByte = ((frame + 1) * pixelsOfFrame() * bits + 7) / 8;
    const std::size_t count = endByte - firstByte;
    if (!m_element) {
        const auto all = std::as_bytes(m_decoded.bytes);
        if (all.size() < endByte)
            return {};
        return {reinterpret_cast<const std::uint8_t*>(all.data()) + firstByte, count};
    }
    constexpr std::size_t word = 8;
    buffer.m_bytes.resize((count + word - 1) / word * word);
    std::fill(buffer.m_bytes.begin() + static_cast<std::ptrdiff_t>(count), buffer.m_bytes.end(),
              std::uint8_t{0});
    const OFCondition read =
        m_element->getPartialValue(buffer.m_bytes.data(), static_cast<Uint32>(firstByte),
                                   static_cast<Uint32>(count), &buffer.m_file, EBO_LittleEndian);
    if (read.bad())
        return {};
    return buffer.m_bytes;
}

bool SegmentationPixels::frameLabels(std::size_t frame, std::uint16_t segment, Buffer& buffer,
                                     std::vector<std::uint16_t>& labels) const
{
    labels.assign(pixelsOfFrame(), 0);
    return visitFrame(frame, segment, buffer,
                      [&](std::size_t pixel, std::uint16_t label) { labels[pixel] = label; });
}

} // namespace fovea

#include "storage/PixelDecoder.h"

#include <gdcmImageReader.h>
#include <gdcmTrace.h>

#include <mutex>
#include <new>
#include <optional>

namespace fovea {

namespace {

/// GDCM's messages go to standard error and may hold values of the header.
void silenceGdcm()
{
    static std::once_flag once;
    std::call_once(once, [] {
        gdcm::Trace::DebugOff();
        gdcm::Trace::WarningOff();
        gdcm::Trace::ErrorOff();
    });
}

std::optional<DecodedPixels::Type> typeOf(const gdcm::PixelFormat& format)
{
    switch (format.GetScalarType()) {
    case gdcm::PixelFormat::UINT8:
        return DecodedPixels::Type::Unsigned8;
    case gdcm::PixelFormat::INT8:
        return DecodedPixels::Type::Signed8;
    case gdcm::PixelFormat::UINT16:
        return DecodedPixels::Type::Unsigned16;
    case gdcm::PixelFormat::INT16:
        return DecodedPixels::Type::Signed16;
    default:
        return std::nullopt;
    }
}

Result<DecodedPixels> decode(const std::filesystem::path& path, const PixelExpectation& expected,
                             DecodedPixels out)
{
    gdcm::ImageReader reader;
    reader.SetFileName(path.c_str());
    if (!reader.Read())
        return makeError(ErrorCode::BrokenFile, {path.string()}, "GDCM finds no image");
    const gdcm::Image& image = reader.GetImage();
    const unsigned* dimensions = image.GetDimensions();
    const unsigned frames = image.GetNumberOfDimensions() > 2 ? dimensions[2] : 1;
    if (dimensions[0] != static_cast<unsigned>(expected.columns) ||
        dimensions[1] != static_cast<unsigned>(expected.rows) ||
        frames != static_cast<unsigned>(expected.frames))
        return makeError(ErrorCode::BrokenFile, {path.string()}, "matrix or frames differ");
    const std::optional<DecodedPixels::Type> type = typeOf(image.GetPixelFormat());
    if (!type || image.GetPixelFormat().GetSamplesPerPixel() != 1)
        return makeError(ErrorCode::UnsupportedPixels,
                         {image.GetPixelFormat().GetScalarTypeAsString()});

    out.type = *type;
    const std::size_t values =
        std::size_t(dimensions[0]) * dimensions[1] * static_cast<std::size_t>(frames);
    if (image.GetBufferLength() != values * out.bytesPerValue())
        return makeError(ErrorCode::BrokenFile, {path.string()}, "unexpected pixel data length");
    out.bytes.resize(values * out.bytesPerValue());
    if (!image.GetBuffer(out.bytes.data()))
        return makeError(ErrorCode::UnsupportedPixels, {image.GetTransferSyntax().GetString()},
                         "GDCM cannot decode the pixel data");
    return out;
}

} // namespace

Result<DecodedPixels> decodePixels(const std::filesystem::path& path,
                                   const PixelExpectation& expected, DecodedPixels reuse)
{
    silenceGdcm();
    try {
        return decode(path, expected, std::move(reuse));
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {path.string()});
    } catch (const std::exception& exception) {
        return makeError(ErrorCode::BrokenFile, {path.string()}, exception.what());
    }
}

} // namespace fovea

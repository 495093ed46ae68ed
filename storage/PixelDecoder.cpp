#include "storage/PixelDecoder.h"

#include "storage/CodestreamHeader.h"
#include "storage/EncapsulatedFrames.h"
#include "storage/availableMemory.h"

#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmImage.h>
#include <gdcmSequenceOfFragments.h>
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

Error broken(const std::filesystem::path& path, const char* what)
{
    return makeError(ErrorCode::BrokenFile, {path.string()}, what);
}

/// The image pixel module, as far as decoding needs it.
struct PixelModule {
    PixelExpectation matrix;
    unsigned short bitsAllocated = 16;
    unsigned short bitsStored = 16;
    unsigned short highBit = 15;
    bool isSigned = false;

    std::size_t frameBytes() const
    {
        return static_cast<std::size_t>(matrix.columns) * static_cast<std::size_t>(matrix.rows) *
               (bitsAllocated / 8u);
    }
};

Result<PixelModule> readPixelModule(const DicomHeader& header, const std::filesystem::path& path,
                                    const PixelExpectation& expected)
{
    DcmDataset& data = header.dataset();
    if (integerAt(data, DCM_Columns).value_or(0) != expected.columns ||
        integerAt(data, DCM_Rows).value_or(0) != expected.rows ||
        integerAt(data, DCM_NumberOfFrames).value_or(1) != expected.frames || expected.frames < 1 ||
        expected.columns < 1 || expected.rows < 1)
        return broken(path, "matrix or frames differ");
    const long allocated = integerAt(data, DCM_BitsAllocated).value_or(16);
    if (integerAt(data, DCM_SamplesPerPixel).value_or(1) != 1 ||
        (allocated != 8 && allocated != 16))
        return makeError(ErrorCode::UnsupportedPixels,
                         {std::to_string(allocated) + " bits allocated"});
    const long stored = integerAt(data, DCM_BitsStored).value_or(allocated);
    const long highBit = integerAt(data, DCM_HighBit).value_or(stored - 1);
    if (stored < 1 || stored > allocated || highBit < stored - 1 || highBit >= allocated)
        return broken(path, "bits stored or high bit");
    PixelModule module;
    module.matrix = expected;
    module.bitsAllocated = static_cast<unsigned short>(allocated);
    module.bitsStored = static_cast<unsigned short>(stored);
    module.highBit = static_cast<unsigned short>(highBit);
    module.isSigned = integerAt(data, DCM_PixelRepresentation).value_or(0) == 1;
    return module;
}

/// The pixels where DCMTK has them.
Result<std::span<const char>>
nativeBytes(const DicomHeader& header, const std::filesystem::path& path, const PixelModule& module)
{
    const std::size_t needed = module.frameBytes() * static_cast<std::size_t>(module.matrix.frames);
    DcmElement* element = nullptr;
    if (header.dataset().findAndGetElement(DCM_PixelData, element).bad() || !element ||
        element->getLength() < needed)
        return broken(path, "fewer pixels than declared");
    const void* values = nullptr;
    if (module.bitsAllocated == 8) {
        Uint8* bytes = nullptr;
        if (element->getUint8Array(bytes).good())
            values = bytes;
    } else {
        Uint16* words = nullptr; // In this machine's byte order, whatever the file's.
        if (element->getUint16Array(words).good())
            values = words;
    }
    if (!values)
        return broken(path, "pixel data cannot be read");
    return std::span(static_cast<const char*>(values), needed);
}

/// Only the codecs of GDCM see the file: its parser stops the program on some malformed headers.
Status decodeFrame(const std::vector<std::uint8_t>& stream, const gdcm::TransferSyntax& syntax,
                   const std::filesystem::path& path, const PixelModule& module, char* out)
{
    if (syntax != gdcm::TransferSyntax::RLELossless) {
        const std::optional<CodestreamHeader> coded = readCodestreamHeader(stream);
        if (!coded || coded->width != module.matrix.columns ||
            coded->height != module.matrix.rows || coded->components != 1)
            return broken(path, "compressed frame is not what the header declares");
        if ((coded->precision <= 8) != (module.bitsAllocated == 8) || coded->precision > 16)
            return makeError(ErrorCode::UnsupportedPixels,
                             {std::to_string(coded->precision) + " bits compressed"});
    }
    gdcm::SmartPointer<gdcm::SequenceOfFragments> fragments = new gdcm::SequenceOfFragments;
    gdcm::Fragment fragment;
    fragment.SetByteValue(reinterpret_cast<const char*>(stream.data()),
                          gdcm::VL(static_cast<std::uint32_t>(stream.size())));
    fragments->AddFragment(fragment);
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010));
    element.SetVR(gdcm::VR::OB);
    element.SetValue(*fragments);

    gdcm::Image image;
    image.SetNumberOfDimensions(2);
    image.SetDimension(0, static_cast<unsigned>(module.matrix.columns));
    image.SetDimension(1, static_cast<unsigned>(module.matrix.rows));
    image.SetPixelFormat(gdcm::PixelFormat(1, module.bitsAllocated, module.bitsStored,
                                           module.highBit, module.isSigned ? 1 : 0));
    image.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::MONOCHROME2);
    image.SetTransferSyntax(syntax);
    image.SetDataElement(element);
    if (image.GetBufferLength() != module.frameBytes())
        return broken(path, "unexpected pixel data length");
    if (!image.GetBuffer(out))
        return broken(path, "the compressed frame cannot be decoded");
    return Done{};
}

Status decodeEncapsulated(const DicomHeader& header, const std::filesystem::path& path,
                          const PixelModule& module, std::vector<char>& out)
{
    const std::string uid = header.transferSyntaxUid();
    const gdcm::TransferSyntax syntax(gdcm::TransferSyntax::GetTSType(uid.c_str()));
    if (!syntax.IsValid() || !syntax.IsEncapsulated())
        return makeError(ErrorCode::UnsupportedPixels, {uid});
    const auto frames = readEncapsulatedFrames(header, path, module.matrix.frames);
    if (!frames)
        return frames.error();
    // A stream of some bytes may claim any size.
    const std::uint64_t bytes = std::uint64_t{module.frameBytes()} * frames->size();
    if (const Status fits = checkMemory("pixels", bytes, availableMemory()); !fits)
        return fits;
    out.resize(bytes);
    for (std::size_t frame = 0; frame < frames->size(); ++frame) {
        const Status decoded = decodeFrame((*frames)[frame], syntax, path, module,
                                           out.data() + frame * module.frameBytes());
        if (!decoded)
            return decoded;
    }
    return Done{};
}

Result<DecodedPixels> decode(const std::filesystem::path& path, const PixelExpectation& expected,
                             DecodedPixels out)
{
    const Result<DicomHeader> header = DicomHeader::load(path, DicomHeader::Extent::WholeFile);
    if (!header)
        return header.error();
    const Result<PixelModule> module = readPixelModule(*header, path, expected);
    if (!module)
        return module.error();
    out.file = nullptr;
    const DcmXfer syntax(header->dataset().getOriginalXfer());
    if (syntax.usesEncapsulatedFormat()) {
        if (!out.decoded)
            out.decoded = std::make_shared<std::vector<char>>();
        const Status decoded = decodeEncapsulated(*header, path, *module, *out.decoded);
        if (!decoded)
            return decoded.error();
        out.bytes = *out.decoded;
    } else {
        const Result<std::span<const char>> native = nativeBytes(*header, path, *module);
        if (!native)
            return native.error();
        out.bytes = *native;
        out.file = std::make_shared<const DicomHeader>(*header);
    }
    using Type = DecodedPixels::Type;
    if (module->bitsAllocated == 8)
        out.type = module->isSigned ? Type::Signed8 : Type::Unsigned8;
    else
        out.type = module->isSigned ? Type::Signed16 : Type::Unsigned16;
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

#include "tests/fuzz/frameTargets.h"
#include "tests/fuzz/seeds.h"

#include <gdcmImage.h>
#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmSequenceOfFragments.h>

#include <cmath>

namespace fovea::fuzz {
namespace {

/// A disc on a slope, so that every codec has something to code.
std::vector<char> picture(const FrameKind& kind)
{
    std::vector<char> bytes;
    const int most = (1 << std::min(kind.bitsStored, 12)) - 1;
    for (int j = 0; j < frameRows; ++j) {
        for (int i = 0; i < frameColumns; ++i) {
            const bool inside = std::hypot(i - frameColumns / 2, j - frameRows / 2) < 7;
            const int value =
                (inside ? most / 2 : 0) + most / 4 * i / frameColumns + (i * 7 + j * 13) % 5;
            bytes.push_back(static_cast<char>(value & 0xFF));
            if (kind.bitsAllocated == 16)
                bytes.push_back(static_cast<char>(value >> 8));
        }
    }
    return bytes;
}

/// The frame as GDCM encodes it; empty where it does not know how.
std::string encoded(const FrameKind& kind)
{
    const std::vector<char> raw = picture(kind);
    gdcm::SmartPointer<gdcm::Image> image = new gdcm::Image;
    image->SetNumberOfDimensions(2);
    image->SetDimension(0, frameColumns);
    image->SetDimension(1, frameRows);
    image->SetPixelFormat(gdcm::PixelFormat(1, static_cast<unsigned short>(kind.bitsAllocated),
                                            static_cast<unsigned short>(kind.bitsStored),
                                            static_cast<unsigned short>(kind.bitsStored - 1), 0));
    image->SetPhotometricInterpretation(gdcm::PhotometricInterpretation::MONOCHROME2);
    image->SetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
    gdcm::DataElement pixels(gdcm::Tag(0x7fe0, 0x0010));
    pixels.SetByteValue(raw.data(), gdcm::VL(static_cast<std::uint32_t>(raw.size())));
    image->SetDataElement(pixels);
    gdcm::ImageChangeTransferSyntax change;
    change.SetTransferSyntax(
        gdcm::TransferSyntax(gdcm::TransferSyntax::GetTSType(kind.transferSyntaxUid)));
    change.SetInput(*image);
    if (!change.Change())
        return {};
    const gdcm::SequenceOfFragments* fragments =
        change.GetOutput().GetDataElement().GetSequenceOfFragments();
    std::string frame;
    for (std::size_t n = 0; fragments && n < fragments->GetNumberOfFragments(); ++n) {
        const gdcm::ByteValue* part = fragments->GetFragment(n).GetByteValue();
        if (part)
            frame.append(part->GetPointer(), part->GetLength());
    }
    return frame;
}

} // namespace

std::vector<std::string> seeds(std::string_view target)
{
    std::vector<std::string> out;
    const auto kinds = frameKinds(target);
    for (std::size_t n = 0; n < kinds.size(); ++n) {
        const std::string frame = encoded(kinds[n]);
        if (!frame.empty())
            out.push_back(static_cast<char>(n) + frame);
    }
    return out;
}

} // namespace fovea::fuzz

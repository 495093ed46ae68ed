#include "storage/EncapsulatedFrames.h"

#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <cstring>

namespace fovea {

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bytesOf(DcmPixelSequence& sequence, unsigned long index)
{
    DcmPixelItem* item = nullptr;
    Uint8* bytes = nullptr;
    if (sequence.getItem(item, index).bad() || !item || item->getLength() == 0 ||
        item->getUint8Array(bytes).bad() || !bytes)
        return {};
    return Bytes(bytes, bytes + item->getLength());
}

std::uint32_t littleEndian(const Bytes& bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at]) |
           (static_cast<std::uint32_t>(bytes[at + 1]) << 8) |
           (static_cast<std::uint32_t>(bytes[at + 2]) << 16) |
           (static_cast<std::uint32_t>(bytes[at + 3]) << 24);
}

} // namespace

Result<std::vector<Bytes>> readEncapsulatedFrames(const DicomHeader& header,
                                                  const std::filesystem::path& path, int frames)
{
    const Error broken =
        makeError(ErrorCode::BrokenFile, {path.string()}, "no valid encapsulated pixel data");
    DcmElement* element = nullptr;
    if (header.dataset().findAndGetElement(DCM_PixelData, element).bad())
        return broken;
    auto* pixels = dynamic_cast<DcmPixelData*>(element);
    DcmPixelSequence* sequence = nullptr;
    if (!pixels ||
        pixels->getEncapsulatedRepresentation(header.dataset().getOriginalXfer(), nullptr, sequence)
            .bad() ||
        !sequence || sequence->card() < 2)
        return broken;

    const auto wanted = static_cast<std::size_t>(frames);
    const Bytes table = bytesOf(*sequence, 0);
    const std::size_t fragments = sequence->card() - 1;
    std::vector<Bytes> out(wanted);
    std::size_t frame = 0;
    std::size_t position = 0; // Of the fragment's item tag, counted as the table does.
    for (std::size_t i = 0; i < fragments; ++i) {
        const Bytes fragment = bytesOf(*sequence, i + 1);
        if (fragments == wanted)
            frame = i;
        else if (wanted > 1 && table.size() == 4 * wanted && frame + 1 < wanted &&
                 position >= littleEndian(table, 4 * (frame + 1)))
            ++frame;
        out[frame].insert(out[frame].end(), fragment.begin(), fragment.end());
        position += 8 + fragment.size();
    }
    for (const Bytes& stream : out) {
        if (stream.empty())
            return broken;
    }
    return out;
}

} // namespace fovea

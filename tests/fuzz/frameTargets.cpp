#include "tests/fuzz/frameTargets.h"

#include "storage/PixelDecoder.h"
#include "tests/fuzz/targets.h"
#include "tests/storage/TemporaryFolder.h"

#include <array>
#include <cstdlib>
#include <fstream>

namespace fovea::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::array<FrameKind, 2> jpegKinds{
    {{"1.2.840.10008.1.2.4.50", 8, 8}, {"1.2.840.10008.1.2.4.51", 16, 12}}};
constexpr std::array<FrameKind, 3> losslessKinds{{{"1.2.840.10008.1.2.4.57", 16, 16},
                                                  {"1.2.840.10008.1.2.4.70", 16, 12},
                                                  {"1.2.840.10008.1.2.4.70", 8, 8}}};
constexpr std::array<FrameKind, 3> jpegLsKinds{{{"1.2.840.10008.1.2.4.80", 16, 16},
                                                {"1.2.840.10008.1.2.4.81", 16, 12},
                                                {"1.2.840.10008.1.2.4.80", 8, 8}}};
constexpr std::array<FrameKind, 3> jpeg2000Kinds{{{"1.2.840.10008.1.2.4.90", 16, 16},
                                                  {"1.2.840.10008.1.2.4.91", 16, 12},
                                                  {"1.2.840.10008.1.2.4.90", 8, 8}}};
constexpr std::array<FrameKind, 2> rleKinds{
    {{"1.2.840.10008.1.2.5", 16, 16}, {"1.2.840.10008.1.2.5", 8, 8}}};

void append(std::string& to, std::uint32_t value, int bytes)
{
    for (int n = 0; n < bytes; ++n)
        to.push_back(static_cast<char>((value >> (8 * n)) & 0xFFu));
}

void element(std::string& to, std::uint16_t group, std::uint16_t number, const char* vr,
             std::string value)
{
    if (value.size() % 2 != 0)
        value.push_back(vr == std::string_view("UI") ? '\0' : ' ');
    append(to, group, 2);
    append(to, number, 2);
    to += vr;
    append(to, static_cast<std::uint32_t>(value.size()), 2);
    to += value;
}

void number(std::string& to, std::uint16_t group, std::uint16_t place, int value)
{
    std::string bytes;
    append(bytes, static_cast<std::uint32_t>(value), 2);
    element(to, group, place, "US", bytes);
}

void item(std::string& to, std::uint16_t place, std::string_view value)
{
    append(to, 0xFFFE, 2);
    append(to, place, 2);
    append(to, static_cast<std::uint32_t>(value.size()), 4);
    to += value;
}

/// As little of a DICOM file as says how the frame is to be read (PS3.5 A.4).
std::string fileWith(const FrameKind& kind, std::string frame)
{
    std::string meta;
    element(meta, 0x0002, 0x0010, "UI", kind.transferSyntaxUid);
    std::string out(128, '\0');
    out += "DICM";
    std::string length;
    append(length, static_cast<std::uint32_t>(meta.size()), 4);
    element(out, 0x0002, 0x0000, "UL", length);
    out += meta;
    element(out, 0x0008, 0x0018, "UI", "2.25.1");
    number(out, 0x0028, 0x0002, 1);
    number(out, 0x0028, 0x0010, frameRows);
    number(out, 0x0028, 0x0011, frameColumns);
    number(out, 0x0028, 0x0100, kind.bitsAllocated);
    number(out, 0x0028, 0x0101, kind.bitsStored);
    number(out, 0x0028, 0x0102, kind.bitsStored - 1);
    number(out, 0x0028, 0x0103, 0);
    append(out, 0x7FE0, 2);
    append(out, 0x0010, 2);
    out += "OB";
    append(out, 0, 2);
    append(out, 0xFFFFFFFFu, 4);
    item(out, 0xE000, {});
    if (frame.size() % 2 != 0)
        frame.push_back('\0');
    item(out, 0xE000, frame);
    item(out, 0xE0DD, {});
    return out;
}

void decode(std::string_view target, std::string_view bytes)
{
    if (bytes.empty())
        return;
    const auto kinds = frameKinds(target);
    const FrameKind& kind = kinds[static_cast<unsigned char>(bytes[0]) % kinds.size()];
    static const test::TemporaryFolder folder;
    const fs::path path = folder / "frame.dcm";
    fs::remove(path);
    std::ofstream(path, std::ios::binary) << fileWith(kind, std::string(bytes.substr(1)));
    const auto pixels = decodePixels(path, {frameColumns, frameRows, 1});
    // Nothing that nobody foresaw, and never a picture of another size.
    if (!pixels && pixels.error().code == ErrorCode::Internal)
        std::abort();
    const auto whole = static_cast<std::size_t>(frameColumns * frameRows * kind.bitsAllocated / 8);
    if (pixels && pixels->bytes.size() != whole)
        std::abort();
}

} // namespace

std::span<const FrameKind> frameKinds(std::string_view target)
{
    if (target == "jpegFrame")
        return jpegKinds;
    if (target == "losslessJpegFrame")
        return losslessKinds;
    if (target == "jpegLsFrame")
        return jpegLsKinds;
    if (target == "jpeg2000Frame")
        return jpeg2000Kinds;
    if (target == "rleFrame")
        return rleKinds;
    return {};
}

void jpegFrame(std::string_view bytes)
{
    decode("jpegFrame", bytes);
}

void losslessJpegFrame(std::string_view bytes)
{
    decode("losslessJpegFrame", bytes);
}

void jpegLsFrame(std::string_view bytes)
{
    decode("jpegLsFrame", bytes);
}

void jpeg2000Frame(std::string_view bytes)
{
    decode("jpeg2000Frame", bytes);
}

void rleFrame(std::string_view bytes)
{
    decode("rleFrame", bytes);
}

std::span<const Target> targets()
{
    constexpr int fewer = 4000;
    static constexpr std::array<Target, 5> all{{{"jpegFrame", jpegFrame, fewer},
                                                {"losslessJpegFrame", losslessJpegFrame, fewer},
                                                {"jpegLsFrame", jpegLsFrame, fewer},
                                                {"jpeg2000Frame", jpeg2000Frame, fewer},
                                                {"rleFrame", rleFrame, fewer}}};
    return all;
}

} // namespace fovea::fuzz

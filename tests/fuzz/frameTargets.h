#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fovea::fuzz {

// Compressed frames, which the codecs of libraries decode in this process: each target gets a
// number that says which kind of its family it is (FrameKind), then the frame's own bytes.

void jpegFrame(std::string_view bytes);
void losslessJpegFrame(std::string_view bytes);
void jpegLsFrame(std::string_view bytes);
void jpeg2000Frame(std::string_view bytes);
void rleFrame(std::string_view bytes);

/// One transfer syntax and depth of a family.
struct FrameKind {
    const char* transferSyntaxUid;
    int bitsAllocated;
    int bitsStored;
};
constexpr int frameColumns = 24;
constexpr int frameRows = 20;

/// Those of a target, by its name; empty for other names.
std::span<const FrameKind> frameKinds(std::string_view target);

} // namespace fovea::fuzz

#pragma once

#include "storage/DicomHeader.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// The compressed stream of each frame of encapsulated pixel data (PS3.5 A.4), fragments joined:
/// one frame takes all of them, as many fragments as frames are one each, anything else is cut
/// by the basic offset table. BrokenFile where none of that works out.
Result<std::vector<std::vector<std::uint8_t>>>
readEncapsulatedFrames(const DicomHeader& header, const std::filesystem::path& path, int frames);

} // namespace fovea

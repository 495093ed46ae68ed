#pragma once

#include <filesystem>

namespace fovea {

/// Whether the header of a MetaImage file (.mha, .mhd) is what a program writes: lines of printable
/// text "Name = value", none longer than 4000 characters, three or four dimensions, and an
/// ElementDataFile as the last one within the first 64 KiB. The library that reads MetaImage has
/// buffers of fixed size and ends the program on anything else, so that it must not see it.
bool hasPlainMetaHeader(const std::filesystem::path& path);

} // namespace fovea

#pragma once

#include "storage/DicomHeader.h"
#include "storage/DicomScanner.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// What a DICOMDIR names.
struct DirectoryFiles {
    std::vector<std::filesystem::path> files; ///< Those that exist, each once, in its order.
    /// FileNotFound (the medium is incomplete), BrokenFile (a name that leads out of the folder).
    std::vector<LeftOutFile> leftOut;
};

/// Reads the records of a DICOMDIR (PS3.3 F.3) one after the other, wherever their offsets lead:
/// those are what breaks when a medium is copied, edited or written in another transfer syntax,
/// while each record that stands for a file names it itself (Referenced File ID, PS3.3 F.3.2.2).
/// Names are relative to the folder of `path`; what a file system made of them is found (other
/// case, the ";1" of ISO 9660). Nothing outside that folder is named.
DirectoryFiles readDirectory(const DicomHeader& header, const std::filesystem::path& path);

} // namespace fovea

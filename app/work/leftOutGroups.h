#pragma once

#include "storage/DicomScanner.h"

#include <cstddef>
#include <vector>

namespace fovea {

/// Files that were left out for one reason.
struct LeftOutGroup {
    const LeftOutFile* first = nullptr; ///< Lives in the list that was grouped.
    std::size_t count = 0;
};

/// Groups files by their reason, whichever file it names, in the order of the first ones: thousands
/// of files without an image have one line.
std::vector<LeftOutGroup> groupLeftOut(const std::vector<LeftOutFile>& files);

} // namespace fovea

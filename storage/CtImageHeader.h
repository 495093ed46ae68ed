#pragma once

#include "storage/DicomHeader.h"
#include "storage/DicomScanner.h"

namespace fovea {

/// A CT image as its header describes it. `series` holds the traits of its series and no instances.
struct CtImage {
    ScannedSeries series;
    ScannedInstance instance;
};

/// Reads one CT image, classic or multi-frame, but for `instance.path`. Errors as in LeftOutFile.
Result<CtImage> readCtImageHeader(const DicomHeader& header, const std::filesystem::path& path);

} // namespace fovea

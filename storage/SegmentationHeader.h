#pragma once

#include "storage/DicomHeader.h"
#include "storage/DicomScanner.h"

namespace fovea {

/// Whether a SOP class is one that ScannedSegmentation stands for: a DICOM Segmentation, a label
/// map one, or an RT Structure Set.
bool isSegmentationClass(const std::string& sopClass);

/// What a segmentation's header says of it and of the images it belongs to. BrokenFile without
/// valid UIDs.
Result<ScannedSegmentation> readSegmentationHeader(const DicomHeader& header,
                                                   const std::filesystem::path& path);

} // namespace fovea

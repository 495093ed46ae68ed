#pragma once

#include "storage/LabelMapReader.h"

namespace fovea {

/// The DICOM Segmentation part of readLabelMap(); same rules and errors.
Result<LabelMapWithNotes> readDicomSegmentation(const std::filesystem::path& path,
                                                const LabelMapTarget& target,
                                                const AnatomyCatalog& catalog,
                                                const Progress& progress);

} // namespace fovea

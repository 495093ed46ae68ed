#pragma once

#include <string_view>

namespace fovea::fuzz {

// What storage/ and model/report read of strangers, as targets.h has what model/ reads. Each goes
// through a file, as the readers do, and must come back: refused or read.

void dicomImage(std::string_view bytes);       ///< scanFiles() and readSeries()
void segmentation(std::string_view bytes);     ///< readLabelMap() of a DICOM SEG
void structureSet(std::string_view bytes);     ///< readLabelMap() of an RT Structure Set
void directory(std::string_view bytes);        ///< scanFolder() of a DICOMDIR
void nifti(std::string_view bytes);            ///< readVolumeFile() and readLabelMap()
void nrrd(std::string_view bytes);             ///< likewise
void metaImage(std::string_view bytes);        ///< likewise
void structuredReport(std::string_view bytes); ///< readStructuredReport(), its text as below
void reportText(std::string_view bytes);       ///< decomposeReport()

} // namespace fovea::fuzz

#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fovea {

/// What a radiologist dictated, out of a DICOM Structured Report.
struct StructuredReport {
    std::string studyInstanceUid; ///< Of the report, which may be a study of its own.
    std::string accessionNumber;
    std::string written; ///< Content date and time, "YYYYMMDDHHMMSS…"; empty where not stated.
    /// UTF-8: text, measured and coded content in the document's order. A container's concept name
    /// is a heading on a line of its own ("Findings:"); text that stands in no container has its
    /// own ("Impression: …"). A measurement is "Diameter: 12 mm". What describes the document and
    /// not the patient (observer, language, modifiers), references to images, and coordinates are
    /// left out.
    std::string text;
};

/// Reads a report (Basic Text, Enhanced, Comprehensive, Comprehensive 3D or Extensible SR, PS3.3
/// A.35) whatever template it follows. Empty where the file is DICOM of another kind; of dose
/// reports, computer-aided detection, key objects and measurement reports of this program too.
/// Errors: those of DicomHeader::load(); BrokenFile where the content is nested deeper than any
/// report is.
Result<std::optional<StructuredReport>> readStructuredReport(const std::filesystem::path& path);

/// Whether the file starts as a DICOM file does (PS3.10).
bool isDicomFile(const std::filesystem::path& path);

} // namespace fovea

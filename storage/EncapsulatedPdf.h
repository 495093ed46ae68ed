#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DerivedOptions.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// Writes a PDF as an Encapsulated PDF Storage object at `file`, whole or not at all, in a new
/// series of the CT's study. `title`: of the document, UTF-8. It is said to have the patient burned
/// in where `namesPatient`.
///
/// Errors: BadOption (not a PDF, the UID root), EmptySeries and others of reading `ctFiles`,
/// FileNotWritable, DiskFull, Cancelled. Returns the SOPInstanceUID.
Result<std::string> writeEncapsulatedPdf(std::string_view pdf, const std::string& title,
                                         bool namesPatient,
                                         const std::vector<std::filesystem::path>& ctFiles,
                                         const std::filesystem::path& file,
                                         const DerivedOptions& options,
                                         const Progress& progress = {});

} // namespace fovea

#pragma once

#include "model/evaluate/SiteCalibration.h"

#include <filesystem>
#include <optional>

namespace fovea {

/// Where a site's calibration of a model is kept: beside the archive's records, not in the model's
/// package, which stays what it was.
std::filesystem::path siteCalibrationFile(const std::filesystem::path& archiveFolder,
                                          const std::string& modelFingerprint);

/// Empty where there is none for this model. Errors: FileNotReadable, MetadataBroken (also of a
/// file that names another model).
Result<std::optional<SiteCalibration>>
readSiteCalibration(const std::filesystem::path& archiveFolder,
                    const std::string& modelFingerprint);

/// Replaces the one for this model. Errors of writing.
Status writeSiteCalibration(const std::filesystem::path& archiveFolder,
                            const SiteCalibration& calibration);

/// Back to the model's own numbers; well where there is nothing to remove. FileNotWritable.
Status removeSiteCalibration(const std::filesystem::path& archiveFolder,
                             const std::string& modelFingerprint);

} // namespace fovea

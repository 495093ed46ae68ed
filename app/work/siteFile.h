#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <optional>
#include <string>

// Small files that a site keeps beside its archive's records, read and written whole.

namespace fovea {

/// Empty where there is no file. FileNotReadable.
Result<std::optional<std::string>> readSiteFile(const std::filesystem::path& file);
/// Replaces the file, or none of it; makes its folder. FileNotWritable, and errors of writing.
Status writeSiteFile(const std::filesystem::path& file, const std::string& text);
/// No error where there is none. FileNotWritable.
Status removeSiteFile(const std::filesystem::path& file);

} // namespace fovea

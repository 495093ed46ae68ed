#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// What listStudies() is measured against: the ids of studies in which a text occurs, found as one
/// would with LIKE over all columns and every finding that is there, without any index. Newest
/// first. Only for benchmarks.
Result<std::vector<std::int64_t>> plainStudySearch(const std::filesystem::path& archiveFolder,
                                                   const std::string& text);

} // namespace fovea

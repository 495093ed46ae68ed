#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/verify/Verification.h"

#include <filesystem>

namespace fovea {

/// See ModelApi::verify().
Result<Verification> verify(const std::filesystem::path& goldenFile, const Progress& progress);

} // namespace fovea

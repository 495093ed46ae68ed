#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/verify/Verification.h"

#include <filesystem>

namespace fovea {

/// Reads all of a model package as an engine does (manifest, every tensor there, of its shape and
/// finite, a vocabulary that fits) and asks it for the vector of each prompt, which must have
/// length 1 within 1e-5. What is broken is the Error of FvlmEngine::load(); tensors that the
/// network does not need and files that no package has are in notCompared.
Result<Verification> verifyPackage(const std::filesystem::path& folder, const Progress& progress);

} // namespace fovea

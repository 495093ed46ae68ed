#pragma once

#include "model/domain/Result.h"

#include <filesystem>

namespace fovea {

/// Writes a package of the released model's size and catalog with random weights (golden's rule)
/// and the vocabulary of another package: it takes as long as the released one and knows nothing.
/// `folder` must not exist. Errors of reading the other package and of writing.
Status writeMadeUpModel(const std::filesystem::path& folder,
                        const std::filesystem::path& vocabularyOf);

} // namespace fovea

#pragma once

#include "model/domain/Result.h"

#include <functional>
#include <string>
#include <string_view>

namespace fovea {

/// The files of a model package, whole.
struct PackageBytes {
    std::string_view manifest;   ///< model.json
    std::string_view vocabulary; ///< vocab.txt
    std::string_view weights;    ///< weights.safetensors
};

/// The identity of a package: hex SHA-256 over, for model.json, vocab.txt and weights.safetensors
/// in this order, the file's name, a line feed, its size in decimal, a line feed, and its bytes.
/// `hashed` is told each part of the weights that is not needed again. Internal where the library
/// fails.
Result<std::string> packageFingerprint(const PackageBytes& package,
                                       const std::function<void(std::string_view)>& hashed = {});

} // namespace fovea

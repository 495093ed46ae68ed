#pragma once

#include "model/verify/GoldenRule.h"

#include <nlohmann/json.hpp>

#include <string>

// Files of reference figures for tests; the rule behind them is model/verify/GoldenRule.h.

namespace fovea::golden {

/// The network of a file's `config`, where all else is the released network's.
NetworkConfig networkConfig(const nlohmann::json& config);

nlohmann::json readJson(const std::string& path);
/// A file among the copies in tests/model/golden.
std::string goldenPath(const std::string& file);
/// A file of the shared sample data; may not exist.
std::string sharedPath(const std::string& file);

} // namespace fovea::golden

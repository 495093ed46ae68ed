#pragma once

#include "model/network/Parameters.h"
#include "model/preprocess/PreparedStudy.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

// The rule by which the reference vectors' weights and images are made from names: SplitMix64
// seeded with the FNV-1a hash of a name.

namespace fovea::golden {

/// u(name, 0), u(name, 1), …: the top 24 bits of each output times 2^-24, in [0, 1).
class NamedNumbers {
public:
    explicit NamedNumbers(const std::string& name);
    float next();

private:
    std::uint64_t m_state = 0;
};

NetworkConfig networkConfig(const nlohmann::json& config);
ParameterMap parameters(const NetworkConfig& config);

using Boxes = std::vector<std::array<int, 6>>;

/// "image:" + name over `shape` with labelled boxes, as a study that needs no preprocessing.
PreparedStudy study(const std::string& imageName, const Index3& shape, const Boxes& boxes);

nlohmann::json readJson(const std::string& path);
/// A file among the copies in tests/model/golden.
std::string goldenPath(const std::string& file);
/// A file of the shared sample data; may not exist.
std::string sharedPath(const std::string& file);

} // namespace fovea::golden

#include "GoldenRule.h"

#include "model/verify/GoldenNetwork.h"

#include <fstream>

namespace fovea::golden {

NetworkConfig networkConfig(const nlohmann::json& config)
{
    const GoldenJson file{{"config", config}};
    std::vector<std::string> unknown;
    return goldenNetwork(GoldenNode(file, {}), unknown);
}

nlohmann::json readJson(const std::string& path)
{
    std::ifstream in(path);
    return nlohmann::json::parse(in);
}

std::string goldenPath(const std::string& file)
{
    return std::string(FOVEA_SOURCE_DIR) + "/tests/model/golden/" + file;
}

std::string sharedPath(const std::string& file)
{
    return std::string(FOVEA_SHARED_DIR) + "/" + file;
}

} // namespace fovea::golden

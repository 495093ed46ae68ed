#pragma once

#include "model/segment/SegmentationConfig.h"
#include "tests/storage/TemporaryFolder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

// Reference figures of nnU-Net for tests, and folders made of them.

namespace fovea::testing {

using Json = nlohmann::json;

std::filesystem::path goldenFile(const std::string& name);
/// A file of the shared sample data's nnU-Net figures; may not exist.
std::filesystem::path sharedFile(const std::string& name);
/// The folder of the tiny trained network's data set, and its training in there; of the shared
/// sample data.
std::filesystem::path tinyDataset();
std::filesystem::path tinyTraining();
/// Why a test of what is not beside the project is skipped.
inline constexpr const char* NoSharedData = "skipped: needs the sample data beside the project";

std::string contents(const std::filesystem::path& path);
Json readJson(const std::filesystem::path& path);

/// plans.json and dataset.json around an architecture of networks.json, in the newer form.
Json plansOf(const Json& network);
Json datasetOf(int classes);
SegmentationConfig configOf(const Json& network);

/// A folder of the test's own that files are written to.
class TemporaryFolder : public test::TemporaryFolder {
public:
    std::filesystem::path write(const std::filesystem::path& name, const std::string& text) const;
};

/// A copy of the tiny training at `folder`/<its name>.
std::filesystem::path copyTiny(const std::filesystem::path& folder);

} // namespace fovea::testing

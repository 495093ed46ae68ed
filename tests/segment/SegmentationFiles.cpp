#include "SegmentationFiles.h"

#include "model/segment/readSegmentationConfig.h"

#include <fstream>
#include <gtest/gtest.h>

namespace fovea::testing {

namespace fs = std::filesystem;

fs::path goldenFile(const std::string& name)
{
    return fs::path(FOVEA_SOURCE_DIR) / "tests/segment/golden" / name;
}

fs::path sharedFile(const std::string& name)
{
    return fs::path(FOVEA_SHARED_DIR) / "golden/nnunet" / name;
}

fs::path tinyDataset()
{
    return sharedFile("Dataset901_Tiny");
}

fs::path tinyTraining()
{
    return tinyDataset() / "nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres";
}

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Json readJson(const fs::path& path)
{
    return Json::parse(contents(path));
}

Json plansOf(const Json& network)
{
    Json plans = readJson(goldenFile("plans-new-form.json"));
    Json& configuration = plans["configurations"]["3d_fullres"];
    configuration["architecture"] = network.at("plans_new_form");
    configuration["patch_size"] = network.at("patch_dhw");
    return plans;
}

Json datasetOf(int classes)
{
    Json labels{{"background", 0}};
    for (int c = 1; c < classes; ++c)
        labels["structure " + std::to_string(c)] = c;
    return {{"channel_names", {{"0", "CT"}}}, {"labels", labels}, {"file_ending", ".nii.gz"}};
}

SegmentationConfig configOf(const Json& network)
{
    const Result<SegmentationConfig> config = readSegmentationConfig(
        plansOf(network).dump(), datasetOf(network.at("network").at("classes").get<int>()).dump(),
        "3d_fullres");
    EXPECT_TRUE(config) << config.error().arguments.back();
    return config ? *config : SegmentationConfig{};
}

fs::path TemporaryFolder::write(const fs::path& name, const std::string& text) const
{
    const fs::path file = path() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

fs::path copyTiny(const fs::path& folder)
{
    const fs::path to = folder / tinyTraining().filename();
    fs::create_directories(folder);
    fs::copy(tinyTraining(), to, fs::copy_options::recursive);
    // The originals may be read-only.
    for (const auto& entry : fs::recursive_directory_iterator(to))
        fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::add);
    fs::permissions(to, fs::perms::owner_write, fs::perm_options::add);
    return to;
}

} // namespace fovea::testing

#pragma once

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace fovea::test {

/// Folder of real sample data beside the project.
inline std::filesystem::path sharedData(const std::string& name)
{
    return std::filesystem::path(FOVEA_SHARED_DIR) / "data" / name;
}

inline std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace fovea::test

/// Skips the test where the sample data does not exist.
#define FOVEA_NEEDS_SHARED_DATA()                                                                  \
    if (!std::filesystem::exists(fovea::test::sharedData("")))                                     \
    GTEST_SKIP() << "no sample data"

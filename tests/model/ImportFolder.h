#pragma once

#include "model/checkpoint/ImportCheckpoint.h"

#include "SmallModel.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fovea::testing {

/// A folder of its own per test, with a text encoder's folder as smallNetwork() wants it and a
/// manifest that states what shapes do not tell of smallNetwork() with the released four anatomies.
class ImportFolder : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path() /
                   ("fovea-" + std::string(info->test_suite_name()) + "-" + info->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder / "text");
        write("text/vocab.txt", smallVocabulary());
        write("text/config.json", R"({"hidden_size": 16, "num_hidden_layers": 2,
            "num_attention_heads": 2, "intermediate_size": 20, "vocab_size": 12,
            "max_position_embeddings": 16, "layer_norm_eps": 1e-12, "hidden_act": "gelu"})");
        write("site.json", R"({"network": {"heads": 3, "poolingHeads": 2, "levels": [1, 3],
            "grid": [4, 3, 3]}})");
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
    }

    static NetworkConfig fourAnatomies()
    {
        NetworkConfig config = smallNetwork();
        config.anatomies = NetworkConfig{}.anatomies;
        return config;
    }

    Result<ModelPackage> import(const std::filesystem::path& checkpoint,
                                const Progress& progress = {}) const
    {
        return importCheckpoint({checkpoint, m_folder / "text", m_folder / "site.json"},
                                m_folder / "package", progress);
    }

    /// What an import of these bytes fails with; nothing may be left.
    Error importError(const std::string& bytes) const
    {
        write("model.pth", bytes);
        const Result<ModelPackage> package = import(m_folder / "model.pth");
        EXPECT_FALSE(package);
        expectNothingLeft();
        return package ? Error{} : package.error();
    }

    void expectNothingLeft() const
    {
        for (const auto& entry : std::filesystem::directory_iterator(m_folder))
            EXPECT_EQ(entry.path().filename().string().find("package"), std::string::npos)
                << entry.path();
    }

    std::filesystem::path m_folder;
};

} // namespace fovea::testing

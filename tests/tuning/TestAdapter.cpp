#include "model/tuning/Adapter.h"
#include "model/tuning/applyAdapter.h"
#include "tests/model/SmallModel.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/full.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/rand.h>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <limits>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class AdapterFile : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_folder =
            fs::temp_directory_path() / ("fovea-adapter-" + std::to_string(std::random_device{}()));
        const ModelPackage parent = testing::smallPackage();
        m_adapter.parent = std::string(64, 'a');
        m_adapter.result = std::string(64, 'b');
        m_adapter.settings = R"({"epochs": 3})";
        m_adapter.manifest = parent.manifest;
        m_adapter.tensors["text_proj.bias"] = at::rand({12});
    }
    void TearDown() override { fs::remove_all(m_folder); }

    Error refusal()
    {
        fs::remove_all(m_folder);
        EXPECT_TRUE(writeAdapter(m_folder, m_adapter).ok());
        const Result<Adapter> adapter = readAdapter(m_folder);
        EXPECT_FALSE(adapter.ok());
        return adapter.ok() ? Error{} : adapter.error();
    }

    fs::path m_folder;
    Adapter m_adapter;
};

TEST_F(AdapterFile, LowRankChangesAreAddedToTheParents)
{
    const ModelPackage parent = testing::smallPackage();
    const std::string name = "visual_encoder.blocks.0.attn.qkv.weight";
    m_adapter.tensors[name + ".lora_A"] = at::rand({2, 24});
    m_adapter.tensors[name + ".lora_B"] = at::rand({72, 2});
    ASSERT_TRUE(writeAdapter(m_folder, m_adapter).ok());
    const Result<Adapter> back = readAdapter(m_folder);
    ASSERT_TRUE(back.ok()) << back.error().detail;
    const ParameterMap all = adaptedParameters(parent.parameters, back->tensors);
    EXPECT_TRUE(checkParameters(parent.manifest.network, all).ok());
    EXPECT_EQ(all.size(), parent.parameters.size());
    EXPECT_TRUE(at::allclose(all.at(name), parent.parameters.at(name) +
                                               at::matmul(m_adapter.tensors[name + ".lora_B"],
                                                          m_adapter.tensors[name + ".lora_A"])));
    EXPECT_EQ(back->manifest, m_adapter.manifest);
}

TEST_F(AdapterFile, WhatTheNetworkDoesNotHaveIsRefused)
{
    m_adapter.tensors["text_proj.extra"] = at::rand({12});
    EXPECT_EQ(refusal().code, ErrorCode::ModelBroken);
    m_adapter.tensors.erase("text_proj.extra");
    m_adapter.tensors["text_proj.bias"] = at::rand({13});
    EXPECT_EQ(refusal().code, ErrorCode::TensorsUnusable);
    m_adapter.tensors["text_proj.bias"] =
        at::full({12}, std::numeric_limits<float>::quiet_NaN(), at::kFloat);
    EXPECT_EQ(refusal().code, ErrorCode::TensorsUnusable);
    m_adapter.tensors = {{"text_proj.weight.lora_A", at::rand({2, 16})}};
    EXPECT_EQ(refusal().code, ErrorCode::ModelBroken) << "half of a change";
    m_adapter.tensors["text_proj.weight.lora_B"] = at::rand({12, 3});
    EXPECT_EQ(refusal().code, ErrorCode::ModelBroken) << "of another rank";
}

TEST_F(AdapterFile, BrokenFilesAreNamed)
{
    EXPECT_EQ(readAdapter(m_folder).error().code, ErrorCode::FileNotFound);
    ASSERT_TRUE(writeAdapter(m_folder, m_adapter).ok());
    std::ifstream file(m_folder / "adapter.json");
    const std::string json((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    for (const char* text : {"", "{", "[]", R"({"format": 2})", R"({"format": 1, "parent": 3})"}) {
        std::ofstream(m_folder / "adapter.json") << text;
        EXPECT_EQ(readAdapter(m_folder).error().code, ErrorCode::MetadataBroken) << text;
    }
    std::ofstream(m_folder / "adapter.json") << json;
    EXPECT_TRUE(readAdapter(m_folder).ok());
    std::ofstream(m_folder / "adapter.safetensors") << "nothing";
    EXPECT_EQ(readAdapter(m_folder).error().code, ErrorCode::ModelBroken);
}

TEST_F(AdapterFile, AnotherNetworkIsNotTheParents)
{
    ModelPackage parent = testing::smallPackage();
    parent.fingerprint = m_adapter.parent;
    EXPECT_TRUE(adaptedPackage(parent, m_adapter).ok());
    m_adapter.manifest.network.attentionReach = 1;
    EXPECT_EQ(adaptedPackage(parent, m_adapter).error().code, ErrorCode::MetadataBroken);
    m_adapter.manifest.network = parent.manifest.network;
    m_adapter.manifest.network.anatomies.push_back("liver");
    EXPECT_EQ(adaptedPackage(parent, m_adapter).error().code, ErrorCode::TensorsUnusable)
        << "nothing is known of the liver";
    parent.fingerprint = std::string(64, 'c');
    EXPECT_EQ(adaptedPackage(parent, m_adapter).error().code, ErrorCode::BadOption);
}

} // namespace
} // namespace fovea

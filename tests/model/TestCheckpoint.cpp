#include "model/checkpoint/Fingerprint.h"
#include "model/checkpoint/ModelPackage.h"
#include "model/checkpoint/Safetensors.h"
#include "model/network/ParameterCheck.h"

#include <ATen/ops/full.h>

#include "ImportFolder.h"
#include "TorchFileWriter.h"
#include <limits>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;
using Problem = TensorProblem::Kind;

class Checkpoint : public testing::ImportFolder {
protected:
    Result<TensorFile> fileOf(const std::string& bytes) const
    {
        write("tensors", bytes);
        return readTensorFile(m_folder / "tensors");
    }
};

TEST(Fingerprint, IsSha256OverNamesSizesAndBytes)
{
    // printf 'model.json\n2\n{}vocab.txt\n1\naweights.safetensors\n3\nabc' | sha256sum
    const Result<std::string> all = packageFingerprint({"{}", "a", "abc"});
    ASSERT_TRUE(all);
    EXPECT_EQ(*all, "ba18f3e94ec7c0f7d77e701b984ae55d65a5493f7e7e28b56188184936e55cf1");
    EXPECT_NE(*packageFingerprint({"{}", "aa", "bc"}), *all);
    EXPECT_NE(*packageFingerprint({"{}", "a", "abd"}), *all);
    std::string whole(40 << 20, 'x');
    std::size_t hashed = 0;
    const auto count = [&](std::string_view part) { hashed += part.size(); };
    const Result<std::string> large = packageFingerprint({"{}", "a", whole}, count);
    EXPECT_EQ(hashed, whole.size());
    whole.back() = 'y';
    EXPECT_NE(*packageFingerprint({"{}", "a", whole}), *large);
}

TEST(AllFinite, FindsOneBadValueAnywhere)
{
    at::Tensor tensor = at::full({3, 5000}, -std::numeric_limits<float>::max());
    EXPECT_TRUE(allFinite(tensor));
    for (const std::int64_t at : {0, 4095, 4096, 14999}) {
        for (const float bad :
             {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::quiet_NaN()})
        {
            at::Tensor one = tensor.clone();
            one.mutable_data_ptr<float>()[at] = bad;
            EXPECT_FALSE(allFinite(one)) << at;
            EXPECT_FALSE(allFinite(one.t())) << at;
        }
    }
}

TEST_F(Checkpoint, DamagedFilesAreRefusedAndNeverReadBeyondTheirEnd)
{
    const ParameterMap parameters{{"a", at::full({2, 3}, 1.5)}, {"b", at::full({4}, -1.0)}};
    for (const bool legacy : {false, true}) {
        testing::TorchFileOptions options;
        options.legacy = legacy;
        options.checksums = false; // they would end most of it at once
        const std::string whole = testing::torchFile(parameters, options);
        const Result<TensorFile> read = fileOf(whole);
        ASSERT_TRUE(read);
        EXPECT_TRUE(read->tensor(read->entries().at("a")).equal(parameters.at("a")));
        EXPECT_TRUE(read->tensor(read->entries().at("b")).equal(parameters.at("b")));

        for (std::size_t size = 0; size < whole.size(); size += 7) {
            const Result<TensorFile> cut = fileOf(whole.substr(0, size));
            EXPECT_TRUE(!cut || cut->entries().at("b").problem) << size;
        }
        std::mt19937 random(1);
        int readable = 0;
        for (int round = 0; round < 500; ++round) {
            std::string damaged = whole;
            for (int change = 0; change < 3; ++change)
                damaged[random() % damaged.size()] = static_cast<char>(random());
            const Result<TensorFile> result = fileOf(damaged);
            if (!result)
                continue;
            ++readable;
            for (const auto& [name, entry] : result->entries()) {
                if (entry.problem)
                    continue;
                EXPECT_NO_THROW(static_cast<void>(result->tensor(entry).sum().item<double>()));
            }
        }
        EXPECT_GT(readable, 20) << "changes also hit padding and values";
    }
}

TEST_F(Checkpoint, ATensorBeyondItsStorageIsCutOff)
{
    const ParameterMap honest{{"a", at::full({2, 3}, 1.5)}};
    const ParameterMap claims{{"a", at::full({200, 3}, 1.5)}};
    const Result<TensorFile> result =
        fileOf(testing::zippedModel(testing::pickledModel(claims), honest));
    ASSERT_TRUE(result);
    ASSERT_TRUE(result->entries().at("a").problem);
    EXPECT_EQ(result->entries().at("a").problem->kind, Problem::Truncated);
}

TEST_F(Checkpoint, ADamagedPickleDoesNotGiveItsChecksum)
{
    std::string bytes = testing::torchFile({{"alpha", at::full({2, 3}, 1.5)}});
    bytes.replace(bytes.find("alpha"), 5, "alphb");
    const Result<TensorFile> damaged = fileOf(bytes);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::CheckpointBroken);
    // torch can be told to write no checksums.
    testing::TorchFileOptions options;
    options.checksums = false;
    EXPECT_TRUE(fileOf(testing::torchFile({{"alpha", at::full({2, 3}, 1.5)}}, options)));
}

TEST_F(Checkpoint, WhatIsNoTensorFileIsSaidToBeNone)
{
    for (const std::string bytes : {"", "abc", "GIF89a and more of it", "{\"a\": 1}        "}) {
        const Result<TensorFile> result = fileOf(bytes);
        ASSERT_FALSE(result) << bytes;
        EXPECT_EQ(result.error().code, ErrorCode::CheckpointBroken);
    }
    EXPECT_EQ(readTensorFile(m_folder / "nowhere").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(readTensorFile(m_folder / "text").error().code, ErrorCode::FileNotReadable);
}

TEST_F(Checkpoint, SafetensorsComeBackAndBrokenOnesAreNamed)
{
    const ParameterMap parameters{{"a", at::full({2, 3}, 1.5)},
                                  {"half", at::full({4}, 0.5).to(at::kHalf)},
                                  {"long", at::full({2}, 3).to(at::kLong)},
                                  {"module.scalar", at::full({}, 7.0)}};
    const Result<TensorFile> read = fileOf(testing::safetensorsFile(parameters));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->tensor(read->entries().at("a")).equal(parameters.at("a")));
    EXPECT_TRUE(read->tensor(read->entries().at("half")).equal(parameters.at("half")));
    EXPECT_EQ(read->tensor(read->entries().at("scalar")).item<float>(), 7.0F);
    ASSERT_TRUE(read->entries().at("long").problem);
    EXPECT_EQ(*read->entries().at("long").problem,
              (TensorProblem{Problem::Unsupported, "long", "", "I64"}));

    const auto problemOf = [&](const std::string& header, std::size_t data) {
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(header.size());
        const Result<TensorFile> file = fileOf(bytes + header + std::string(data, '\0'));
        return file ? file->entries().at("a").problem : std::nullopt;
    };
    EXPECT_FALSE(problemOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8));
    EXPECT_EQ(problemOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4)->kind,
              Problem::Truncated);
    EXPECT_EQ(problemOf(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8)->kind,
              Problem::Damaged);
    EXPECT_EQ(problemOf(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", 8)->kind,
              Problem::Damaged);
    EXPECT_FALSE(fileOf(std::string("\x09\0\0\0\0\0\0\0{", 9)));
    EXPECT_FALSE(fileOf(std::string("\x02\0\0\0\0\0\0\0{]", 10)));
}

TEST_F(Checkpoint, APackageIsReplacedWholeOrNotAtAll)
{
    ModelPackage package = testing::smallPackage();
    const Result<std::string> first = writeModelPackage(m_folder / "package", package);
    ASSERT_TRUE(first);
    package.parameters["text_proj.bias"] = at::full({12}, 0.25);
    const Result<std::string> second = writeModelPackage(m_folder / "package", package);
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
    package.parameters.erase("temp");
    EXPECT_FALSE(writeModelPackage(m_folder / "package", package));
    const Result<ModelPackage> read = readModelPackage(m_folder / "package");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->fingerprint, *second);
    EXPECT_EQ(read->parameters.at("text_proj.bias")[3].item<float>(), 0.25F);
    // A folder that is no package is nobody's to replace.
    EXPECT_FALSE(writeModelPackage(m_folder / "text", testing::smallPackage()));
    EXPECT_TRUE(fs::exists(m_folder / "text/vocab.txt"));
    int entries = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(m_folder))
        ++entries;
    EXPECT_EQ(entries, 3) << "package, site.json, text";

    fs::remove(m_folder / "package/weights.safetensors");
    const Result<ModelPackage> broken = readModelPackage(m_folder / "package");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::ModelBroken);
    EXPECT_EQ(readModelPackage(m_folder / "nowhere").error().code, ErrorCode::ModelNotFound);
}

TEST_F(Checkpoint, ACutOffPackageNamesItsTensors)
{
    ASSERT_TRUE(writeModelPackage(m_folder / "package", testing::smallPackage()));
    const fs::path weights = m_folder / "package/weights.safetensors";
    fs::resize_file(weights, fs::file_size(weights) - 4);
    const Result<ModelPackage> read = readModelPackage(m_folder / "package");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::TensorsUnusable);
    EXPECT_EQ(read.error().arguments.front(), "1");
}

} // namespace
} // namespace fovea

// Networks written in the form in which nnU-Net's are released, and read back.

#include "model/checkpoint/MappedFile.h"
#include "model/checkpoint/TorchArchive.h"
#include "model/checkpoint/TorchWriter.h"
#include "model/segment/SegmentationCheckpoint.h"
#include "model/segment/SegmentationModel.h"
#include "model/segment/readSegmentationConfig.h"
#include "model/segment/writeSegmentationModel.h"
#include "model/verify/GoldenSegmentation.h"

#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>

#include "SegmentationFiles.h"
#include <gtest/gtest.h>
#include <limits>
#include <set>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using testing::Json;
using testing::TemporaryFolder;

std::vector<SegmentationConfig> configs()
{
    std::vector<SegmentationConfig> all;
    for (const Json& network : testing::readJson(testing::goldenFile("networks.json")))
        all.push_back(testing::configOf(network));
    return all;
}

TEST(SegmentationWriting, PlansReadBackToTheSameConfiguration)
{
    bool residual = false;
    for (SegmentationConfig config : configs()) {
        residual = residual ||
                   config.architecture == SegmentationConfig::Architecture::ResidualEncoderUNet;
        config.negativeSlope = 0.02;
        config.dataResampling.separateZ = true;
        config.transposeForward = {2, 0, 1};
        config.transposeBackward = {1, 2, 0};
        const auto read =
            readSegmentationConfig(segmentationPlans(config).dump(),
                                   segmentationDataset(config, {}).dump(), config.configuration);
        ASSERT_TRUE(read) << read.error().arguments.back();
        EXPECT_EQ(*read, config);
    }
    EXPECT_TRUE(residual);
}

TEST(SegmentationWriting, EveryNameOfATensorLeadsBackToItsFirst)
{
    for (const SegmentationConfig& config : configs()) {
        std::set<std::string> names;
        for (const ParameterShape& shape : segmentationParameters(config)) {
            for (const std::string& name : allParameterNames(shape.name)) {
                EXPECT_EQ(firstParameterName(name), shape.name);
                EXPECT_TRUE(names.insert(name).second) << name;
            }
        }
    }
    // As many as the reference's state dict of four plain stages has.
    const SegmentationConfig plain = configs().front();
    ASSERT_EQ(plain.stages(), 4U);
    std::size_t names = 0;
    for (const ParameterShape& shape : segmentationParameters(plain))
        names += allParameterNames(shape.name).size();
    EXPECT_EQ(names, 188U);
}

TEST(SegmentationWriting, AWrittenNetworkIsReadLikeAReleasedOne)
{
    for (const SegmentationConfig& config : configs()) {
        const TemporaryFolder folder;
        const ParameterMap parameters = golden::segmentationParameters(config);
        const Status written = writeSegmentationModel(folder.path(), config, parameters,
                                                      {"What it knows.", "Apache-2.0", 7});
        ASSERT_TRUE(written) << written.error().arguments.back();
        const auto model = readSegmentationModel(folder.path(), {}, {});
        ASSERT_TRUE(model) << model.error().arguments.back();
        EXPECT_EQ(model->config, config);
        EXPECT_EQ(model->trainer, SegmentationTrainer);
        EXPECT_TRUE(model->mirrorAxes.empty());
        ASSERT_EQ(model->weights.size(), 1U);
        ASSERT_EQ(model->weights.front().size(), parameters.size());
        std::uintmax_t bytes = 0;
        for (const auto& [name, tensor] : parameters) {
            EXPECT_TRUE(at::equal(parameter(model->weights.front(), name), tensor)) << name;
            bytes += tensor.nbytes();
        }
        // Twins share one storage: no tensor is there twice.
        const fs::path training = folder.path() / (std::string(SegmentationTrainer) +
                                                   "__nnUNetPlans__" + config.configuration);
        EXPECT_LT(fs::file_size(training / "fold_0/checkpoint_final.pth"), bytes + 100'000);
        const Json dataset = testing::readJson(training / "dataset.json");
        EXPECT_EQ(dataset.at("description"), "What it knows.");
        EXPECT_EQ(dataset.at("licence"), "Apache-2.0");
        EXPECT_EQ(dataset.at("numTraining"), 7);
    }
}

TEST(SegmentationWriting, ValuesComeBackAsTheyWere)
{
    const TemporaryFolder folder;
    const std::int64_t large = std::numeric_limits<std::int64_t>::min();
    const Json document{
        {"whole", -3}, {"large", large},     {"real", -1.5e-300}, {"text", "Ö"},
        {"yes", true}, {"nothing", nullptr}, {"list", {1, 2.5}},  {"empty", Json::object()}};
    TorchPickle pickle;
    pickle.beginDictionary();
    pickle.text("document");
    pickle.json(document);
    pickle.text("tensor");
    pickle.tensor(at::ones({2, 3}));
    pickle.endDictionary();
    const fs::path path = folder.path() / "checkpoint.pth";
    ASSERT_TRUE(writeTorchFile(path, pickle));
    EXPECT_FALSE(writeTorchFile(path, pickle)) << "a file that is there is not written over";

    const auto file = MappedFile::open(path);
    ASSERT_TRUE(file);
    const auto archive = readTorchArchive((*file)->text());
    ASSERT_TRUE(archive) << archive.error().arguments.back();
    const PickleValue* const read = archive->document.root->find("document");
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(read->find("whole")->integer, -3);
    EXPECT_EQ(read->find("large")->integer, large);
    EXPECT_EQ(read->find("real")->real, -1.5e-300);
    EXPECT_EQ(read->find("text")->text, "Ö");
    EXPECT_EQ(read->find("yes")->kind, PickleValue::Kind::Bool);
    EXPECT_EQ(read->find("yes")->integer, 1);
    EXPECT_EQ(read->find("nothing")->kind, PickleValue::Kind::Nothing);
    ASSERT_EQ(read->find("list")->items.size(), 2U);
    EXPECT_EQ(read->find("list")->items[1]->real, 2.5);
    EXPECT_TRUE(read->find("empty")->items.empty());
    EXPECT_EQ(archive->document.root->find("tensor")->sizes, (std::vector<std::int64_t>{2, 3}));
}

} // namespace
} // namespace fovea

#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>

#include "GoldenRule.h"
#include "ImportFolder.h"
#include "TorchFileWriter.h"
#include <limits>

namespace fovea {
namespace {

namespace fs = std::filesystem;
using Problem = TensorProblem::Kind;

class CheckpointImport : public testing::ImportFolder {
protected:
    static ParameterMap small() { return initialParameters(fourAnatomies(), 5); }

    /// Imports the bytes and expects the package to have exactly the small network's parameters.
    void expectImported(const std::string& bytes)
    {
        write("model.pth", bytes);
        const Result<ModelPackage> imported = import(m_folder / "model.pth");
        ASSERT_TRUE(imported) << static_cast<int>(imported.error().code)
                              << ::testing::PrintToString(imported.error().arguments)
                              << imported.error().detail;
        const Result<ModelPackage> read = readModelPackage(m_folder / "package");
        ASSERT_TRUE(read);
        EXPECT_EQ(read->fingerprint, imported->fingerprint);
        EXPECT_EQ(read->fingerprint.size(), 64U);
        EXPECT_EQ(read->manifest, imported->manifest);
        EXPECT_EQ(read->manifest.network, fourAnatomies());
        EXPECT_EQ(read->manifest.findings.size(), 16U);
        const ParameterMap own = small();
        EXPECT_EQ(read->parameters.size(), own.size());
        for (const auto& [name, tensor] : own)
            EXPECT_TRUE(read->parameters.at(name).equal(tensor)) << name;
    }

    std::vector<TensorProblem> problems(const std::string& bytes) const
    {
        const Error error = importError(bytes);
        EXPECT_EQ(error.code, ErrorCode::TensorsUnusable);
        std::vector<TensorProblem> found;
        for (std::size_t i = 1; i < error.arguments.size(); ++i)
            found.push_back(TensorProblem::fromArgument(error.arguments[i]).value());
        EXPECT_EQ(error.arguments.front(), std::to_string(found.size()));
        return found;
    }
};

TEST_F(CheckpointImport, TakesEveryWayThatTrainersSave)
{
    for (const bool legacy : {false, true}) {
        for (const char* key : {"model", "state_dict", ""}) {
            for (const char* prefix : {"", "module."}) {
                for (const bool optimizer : {false, true}) {
                    SCOPED_TRACE(std::string(key) + prefix + (legacy ? "legacy" : "zip") +
                                 (optimizer ? "optimizer" : ""));
                    testing::TorchFileOptions options;
                    options.legacy = legacy;
                    options.key = key;
                    options.prefix = prefix;
                    options.optimizer = optimizer && *key;
                    expectImported(testing::torchFile(small(), options));
                }
            }
        }
    }
    expectImported(testing::safetensorsFile(small()));
}

TEST_F(CheckpointImport, IgnoresLeftoversOfTraining)
{
    ParameterMap saved = small();
    saved.emplace("text_encoder.cls.predictions.bias", at::full({12}, 0.0));
    saved.emplace("text_encoder.embeddings.token_type_embeddings.weight", at::full({2, 16}, 0.0));
    saved.emplace("text_encoder.embeddings.position_ids", at::arange(16).to(at::kLong));
    saved.emplace("queue", at::full({3}, std::numeric_limits<double>::quiet_NaN()));
    expectImported(testing::torchFile(saved));
    expectImported(testing::safetensorsFile(saved));
}

TEST_F(CheckpointImport, HalfPrecisionBecomesSinglePrecision)
{
    ParameterMap saved = small();
    saved["text_proj.weight"] = saved["text_proj.weight"].to(at::kHalf);
    saved["query_tokens"] = saved["query_tokens"].to(at::kBFloat16);
    saved["text_proj.bias"] = saved["text_proj.bias"].to(at::kDouble);
    for (const std::string& bytes : {testing::torchFile(saved), testing::safetensorsFile(saved)}) {
        write("model.pth", bytes);
        ASSERT_TRUE(import(m_folder / "model.pth"));
        const Result<ModelPackage> read = readModelPackage(m_folder / "package");
        ASSERT_TRUE(read);
        for (const char* name : {"text_proj.weight", "query_tokens", "text_proj.bias"})
            EXPECT_TRUE(read->parameters.at(name).equal(saved[name].to(at::kFloat))) << name;
    }
}

TEST_F(CheckpointImport, NamesEveryTensorAtFaultInOneMessage)
{
    ParameterMap damaged = small();
    damaged.erase("visual_encoder.blocks.2.attn.qkv.bias");
    damaged["query_tokens"] = at::full({3, 24}, 0.0);
    damaged["text_proj.bias"] = at::full({12}, std::numeric_limits<float>::quiet_NaN());
    damaged["text_proj.weight"] = at::full({12, 16}, 1e300, at::kDouble);
    damaged["temp"] = at::full({}, 1).to(at::kLong);
    const std::vector<TensorProblem> expected{
        {Problem::Unsupported, "temp", "", "Long"},
        {Problem::Misshapen, "query_tokens", "[4, 24]", "[3, 24]"},
        {Problem::Missing, "visual_encoder.blocks.2.attn.qkv.bias", "", ""},
        {Problem::NotFinite, "text_proj.weight", "", ""},
        {Problem::NotFinite, "text_proj.bias", "", ""}};
    EXPECT_EQ(problems(testing::torchFile(damaged)), expected);
    std::vector<TensorProblem> ofSafetensors = expected;
    ofSafetensors[0].found = "I64";
    EXPECT_EQ(problems(testing::safetensorsFile(damaged)), ofSafetensors);
}

TEST_F(CheckpointImport, NamesTheTensorsOfADamagedDownload)
{
    std::string zip = testing::torchFile(small());
    // Values of one tensor, somewhere in the middle of the file, flip.
    const at::Tensor tensor = small().at("visual_encoder.blocks.3.mlp.linear1.weight");
    const std::string values(static_cast<const char*>(tensor.const_data_ptr()),
                             static_cast<std::size_t>(tensor.nbytes()));
    const std::size_t at = zip.find(values);
    ASSERT_NE(at, std::string::npos);
    zip[at + 100] = static_cast<char>(zip[at + 100] ^ 1);
    EXPECT_EQ(problems(zip),
              (std::vector<TensorProblem>{
                  {Problem::Damaged, "visual_encoder.blocks.3.mlp.linear1.weight", "", ""}}));

    // The old format and safetensors have no checksums, but know when they are cut off.
    testing::TorchFileOptions legacy;
    legacy.legacy = true;
    for (std::string bytes :
         {testing::torchFile(small(), legacy), testing::safetensorsFile(small())})
    {
        bytes.resize(bytes.size() - 4);
        const std::vector<TensorProblem> found = problems(bytes);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found.front().kind, Problem::Truncated);
        EXPECT_EQ(found.front().name, "visual_encoder.patch_embedding.position_embeddings");
    }
}

TEST_F(CheckpointImport, AMessageNamesSoManyAndCountsTheRest)
{
    ParameterMap few = small();
    for (const auto& [name, tensor] : small()) {
        if (name.find("mlp") != std::string::npos)
            few.erase(name);
    }
    write("site.json", R"({"network": {"heads": 3, "poolingHeads": 2, "levels": [1, 3],
        "grid": [4, 3, 3], "mlp": 40}})");
    const Error error = importError(testing::torchFile(few));
    EXPECT_EQ(error.code, ErrorCode::TensorsUnusable);
    EXPECT_EQ(error.arguments.front(), "24");
    EXPECT_EQ(error.arguments.size(), 1 + namedTensorProblems);
}

TEST_F(CheckpointImport, AsksForWhatShapesDoNotTell)
{
    const std::string bytes = testing::torchFile(small());
    for (const auto& [manifest, missing] : std::map<std::string, std::string>{
             {R"({})", "network.heads"},
             {R"({"network": {"heads": 3}})", "network.poolingHeads"},
             {R"({"network": {"heads": 3, "poolingHeads": 2}})", "network.levels"},
             {R"({"network": {"heads": 3, "poolingHeads": 2, "levels": [1]}})", "network.grid"}})
    {
        write("site.json", manifest);
        const Error error = importError(bytes);
        EXPECT_EQ(error.code, ErrorCode::NetworkUnknown);
        EXPECT_EQ(error.arguments, std::vector<std::string>{missing});
    }
}

TEST_F(CheckpointImport, ASiteBringsItsOwnAnatomies)
{
    NetworkConfig config = fourAnatomies();
    config.anatomies = {"left_lung", "right_lung"};
    const std::string bytes = testing::torchFile(initialParameters(config, 3));
    EXPECT_EQ(importError(bytes).code, ErrorCode::AnatomiesUnnamed);
    write("site.json", R"({"name": "Ours", "licence": "Ours too",
        "network": {"heads": 3, "poolingHeads": 2, "levels": [1, 3]},
        "preprocess": {"minimumSize": [16, 24, 24], "roi": [16, 24, 24]},
        "anatomies": [
          {"id": "left_lung", "name": "Left lung", "structures": ["lung_upper_lobe_left"]},
          {"id": "right_lung", "name": "Right lung", "structures": ["lung_upper_lobe_right"]}],
        "findings": [{"anatomy": "left_lung", "id": "nodule", "name": "Nodule",
                      "positive": ["Nodule."], "negative": ["Not Nodule."]}]})");
    ASSERT_TRUE(import(m_folder / "model.pth"));
    const Result<ModelPackage> read = readModelPackage(m_folder / "package");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->manifest.network, config) << "the grid is the preprocessing's";
    EXPECT_EQ(read->manifest.name, "Ours");
    ASSERT_EQ(read->manifest.anatomies.size(), 2U);
    EXPECT_EQ(read->manifest.anatomies[1].structures,
              std::vector<std::string>{"lung_upper_lobe_right"});
}

TEST_F(CheckpointImport, RefusesAnotherTextEncodersFolder)
{
    const std::string bytes = testing::torchFile(small());
    write("text/vocab.txt", testing::smallVocabulary() + "more\n");
    EXPECT_EQ(importError(bytes).code, ErrorCode::VocabularyBroken);
    write("text/vocab.txt", testing::smallVocabulary());
    write("text/config.json", R"({"hidden_size": 32, "num_hidden_layers": 2,
        "num_attention_heads": 2, "intermediate_size": 24, "vocab_size": 12,
        "max_position_embeddings": 16, "layer_norm_eps": 1e-12, "hidden_act": "gelu"})");
    const Error error = importError(bytes);
    EXPECT_EQ(error.code, ErrorCode::ModelBroken);
    EXPECT_EQ(error.arguments,
              (std::vector<std::string>{"config.json", "hidden_size is 32, the checkpoint has 16; "
                                                       "intermediate_size is 24, the checkpoint "
                                                       "has 20"}));
    write("text/config.json", R"({"hidden_size": "many"})");
    EXPECT_EQ(importError(bytes).code, ErrorCode::ModelBroken);
    fs::remove(m_folder / "text/config.json");
    EXPECT_EQ(importError(bytes).code, ErrorCode::FileNotFound);
}

TEST_F(CheckpointImport, CancelledItLeavesNothingBehindWhereverItWas)
{
    write("model.pth", testing::torchFile(small()));
    for (const double when : {0.0, 0.2, 0.6, 0.9}) {
        std::stop_source stop;
        const Progress progress(stop.get_token(), [&](double fraction) {
            if (fraction >= when)
                stop.request_stop();
        });
        const Result<ModelPackage> package = import(m_folder / "model.pth", progress);
        ASSERT_FALSE(package) << when;
        EXPECT_EQ(package.error().code, ErrorCode::Cancelled);
        expectNothingLeft();
    }
}

TEST_F(CheckpointImport, TheReferenceCheckpointsAreImportedInBothFormats)
{
    if (!fs::exists(golden::sharedPath("golden/tiny-checkpoint.pth")))
        GTEST_SKIP() << "no shared sample data";
    const auto reference = golden::readJson(golden::goldenPath("fvlm-tiny.json"));
    const NetworkConfig config = golden::networkConfig(reference.at("config"));
    std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";
    for (int i = 4; i < config.vocabulary; ++i)
        vocabulary += "word" + std::to_string(i) + "\n";
    write("text/vocab.txt", vocabulary);
    const nlohmann::json text{{"hidden_size", config.textHidden},
                              {"num_hidden_layers", config.textLayers},
                              {"num_attention_heads", config.textHeads},
                              {"intermediate_size", config.textIntermediate},
                              {"vocab_size", config.vocabulary},
                              {"max_position_embeddings", config.maxPositions},
                              {"layer_norm_eps", config.textLayerNormEps},
                              {"hidden_act", "gelu"}};
    write("text/config.json", text.dump());
    write("site.json", R"({"network": {"heads": 4, "poolingHeads": 4}})");
    const ParameterMap expected = golden::parameters(config);
    for (const char* file : {"golden/tiny-checkpoint.pth", "golden/tiny-checkpoint-legacy.pth"}) {
        SCOPED_TRACE(file);
        const Result<ModelPackage> imported = import(golden::sharedPath(file));
        ASSERT_TRUE(imported) << ::testing::PrintToString(imported.error().arguments);
        const Result<ModelPackage> read = readModelPackage(m_folder / "package");
        ASSERT_TRUE(read);
        EXPECT_EQ(read->manifest.network, config);
        for (const auto& [name, tensor] : expected)
            EXPECT_TRUE(read->parameters.at(name).equal(tensor)) << name;
    }
}

TEST_F(CheckpointImport, TheHostileCheckpointIsRefusedAndNothingIsRun)
{
    const std::string path = golden::sharedPath("golden/hostile-checkpoint.pth");
    if (!fs::exists(path))
        GTEST_SKIP() << "no shared sample data";
    const fs::path trace = fs::temp_directory_path() / "fovea-pickle-was-executed";
    const Result<ModelPackage> package = import(path);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, ErrorCode::CheckpointRefused);
    EXPECT_EQ(package.error().arguments, std::vector<std::string>{"posix.system"});
    EXPECT_FALSE(fs::exists(trace));
    expectNothingLeft();
}

} // namespace
} // namespace fovea

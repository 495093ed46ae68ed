#include "model/checkpoint/CheckpointFile.h"
#include "model/checkpoint/ImportCheckpoint.h"
#include "model/checkpoint/ModelPackage.h"
#include "model/checkpoint/PickleMachine.h"
#include "model/checkpoint/Safetensors.h"
#include "model/checkpoint/Sha256.h"

#include <ATen/ops/full.h>

#include "GoldenRule.h"
#include "SmallModel.h"
#include "TorchFileWriter.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace fovea {
namespace {

namespace fs = std::filesystem;

class Checkpoint : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = fs::temp_directory_path() / ("fovea-checkpoint-" + std::string(info->name()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "text");
        write("text/vocab.txt", testing::smallVocabulary());
    }
    void TearDown() override { fs::remove_all(m_folder); }

    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
    }

    Result<ModelPackage> importFrom(const fs::path& checkpoint, const NetworkConfig& network) const
    {
        return importFvlmCheckpoint(checkpoint, m_folder / "text", m_folder / "package", network,
                                    Progress{});
    }

    Error importError(const ParameterMap& parameters) const
    {
        testing::writeTorchFile(m_folder / "model.pth", parameters);
        const Result<ModelPackage> package = importFrom(m_folder / "model.pth", fourAnatomies());
        EXPECT_FALSE(package);
        expectNothingLeft();
        return package ? Error{} : package.error();
    }

    void expectNothingLeft() const
    {
        for (const auto& entry : fs::directory_iterator(m_folder))
            EXPECT_EQ(entry.path().filename().string().find("package"), std::string::npos)
                << entry.path();
    }

    /// The default catalog speaks of four anatomies.
    static NetworkConfig fourAnatomies()
    {
        NetworkConfig config = testing::smallNetwork();
        config.anatomies = NetworkConfig{}.anatomies;
        return config;
    }

    fs::path m_folder;
};

TEST(Sha256, AgreesWithTheStandardsExamples)
{
    const auto hashOf = [](const std::string& text) {
        Sha256 hash;
        hash.add(text);
        return hash.hex();
    };
    EXPECT_EQ(hashOf(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hashOf("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 pieces;
    for (int i = 0; i < 1000; ++i)
        pieces.add(std::string(1000, 'a'));
    EXPECT_EQ(pieces.hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Pickle, PlainValuesAreRead)
{
    // {'a': [1, -2, 2.5, True, None], 'b': (300, 'x')} in protocol 2.
    const std::string bytes =
        std::string("\x80\x02}(X\x01\0\0\0a](K\x01J\xfe\xff\xff\xffG@\x04\0\0\0\0\0\0\x88Ne", 31) +
        std::string("X\x01\0\0\0bM\x2c\x01X\x01\0\0\0x\x86u.", 18);
    const Result<PickleDocument> document = readPickle(bytes);
    ASSERT_TRUE(document);
    const PickleValue* list = document->root->find("a");
    ASSERT_TRUE(list && list->items.size() == 5);
    EXPECT_EQ(list->items[0]->integer, 1);
    EXPECT_EQ(list->items[1]->integer, -2);
    EXPECT_EQ(list->items[2]->real, 2.5);
    EXPECT_EQ(list->items[3]->kind, PickleValue::Kind::Bool);
    EXPECT_EQ(list->items[4]->kind, PickleValue::Kind::Nothing);
    EXPECT_EQ(document->root->find("b")->items[0]->integer, 300);
    EXPECT_EQ(document->consumed, bytes.size());
}

TEST(Pickle, CodeIsRefusedByNameAndDataIsLeftAlone)
{
    for (const auto& [bytes, name] : std::map<std::string, std::string>{
             {"cos\nsystem\n(S'x'\ntR.", "os.system"},
             {"\x80\x02"
              "cbuiltins\neval\n.",
              "builtins.eval"},
             {"\x80\x02"
              "cbuiltins\ngetattr\n.",
              "builtins.getattr"},
             {"(isubprocess\nPopen\n.", "subprocess.Popen"},
             {"\x80\x04\x8c\x05posix\x8c\x06system\x93.", "posix.system"}})
    {
        const Result<PickleDocument> document = readPickle(bytes);
        ASSERT_FALSE(document) << name;
        EXPECT_EQ(document.error().code, ErrorCode::CheckpointRefused);
        EXPECT_EQ(document.error().arguments, std::vector<std::string>{name});
    }
    const Result<PickleDocument> data = readPickle("\x80\x02"
                                                   "cargparse\nNamespace\n)\x81}b.");
    ASSERT_TRUE(data);
    EXPECT_EQ(data->root->kind, PickleValue::Kind::Opaque);
    EXPECT_EQ(data->root->text, "argparse.Namespace");
}

TEST(Pickle, AListThatHoldsItselfIsNoTrap)
{
    EXPECT_TRUE(readPickle(std::string("\x80\x02]q\0h\0a.", 9)));
}

TEST_F(Checkpoint, DamagedFilesAreRefusedAndNeverReadBeyondTheirEnd)
{
    const ParameterMap parameters{{"a", at::full({2, 3}, 1.5)}, {"b", at::full({4}, -1.0)}};
    const std::string whole = testing::zippedModel(testing::pickledModel(parameters), parameters);
    write("whole.pth", whole);
    const Result<ParameterMap> read = readCheckpoint(m_folder / "whole.pth");
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->at("a").equal(parameters.at("a")));
    EXPECT_TRUE(read->at("b").equal(parameters.at("b")));

    for (std::size_t size = 0; size < whole.size(); size += 7) {
        write("cut.pth", whole.substr(0, size));
        EXPECT_FALSE(readCheckpoint(m_folder / "cut.pth")) << size;
    }
    std::mt19937 random(1);
    int readable = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = whole;
        for (int change = 0; change < 3; ++change)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        write("damaged.pth", damaged);
        const Result<ParameterMap> result = readCheckpoint(m_folder / "damaged.pth");
        if (!result)
            continue;
        ++readable;
        for (const auto& [name, tensor] : *result)
            EXPECT_NO_THROW(static_cast<void>(tensor.sum().item<double>())) << name;
    }
    EXPECT_GT(readable, 100) << "most changes hit padding or values";
}

TEST_F(Checkpoint, ATensorBeyondItsStorageIsRefused)
{
    const ParameterMap honest{{"a", at::full({2, 3}, 1.5)}};
    const ParameterMap claims{{"a", at::full({200, 3}, 1.5)}};
    write("model.pth", testing::zippedModel(testing::pickledModel(claims), honest));
    const Result<ParameterMap> result = readCheckpoint(m_folder / "model.pth");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::CheckpointBroken);
}

TEST_F(Checkpoint, ImportTakesPrefixedNamesAndIgnoresLeftovers)
{
    const ParameterMap own = initialParameters(fourAnatomies(), 5);
    ParameterMap saved;
    for (const auto& [name, tensor] : own)
        saved.emplace("module." + name, tensor);
    saved.emplace("module.text_encoder.cls.predictions.bias", at::full({12}, 0.0));
    saved.emplace("module.text_encoder.embeddings.token_type_embeddings.weight",
                  at::full({2, 16}, 0.0));
    testing::writeTorchFile(m_folder / "model.pth", saved);
    const Result<ModelPackage> imported = importFrom(m_folder / "model.pth", fourAnatomies());
    ASSERT_TRUE(imported);
    const Result<ModelPackage> read = readModelPackage(m_folder / "package");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->fingerprint, imported->fingerprint);
    EXPECT_EQ(read->fingerprint.size(), 64U);
    EXPECT_EQ(read->manifest, imported->manifest);
    EXPECT_EQ(read->manifest.findings.size(), 16U);
    EXPECT_EQ(read->parameters.size(), own.size());
    for (const auto& [name, tensor] : own)
        EXPECT_TRUE(read->parameters.at(name).equal(tensor)) << name;
}

TEST_F(Checkpoint, ImportNamesWhatIsMissingMisshapenOrNotFinite)
{
    ParameterMap missing = initialParameters(fourAnatomies(), 5);
    missing.erase("visual_encoder.blocks.2.attn.qkv.bias");
    Error error = importError(missing);
    EXPECT_EQ(error.code, ErrorCode::TensorMissing);
    EXPECT_EQ(error.arguments, std::vector<std::string>{"visual_encoder.blocks.2.attn.qkv.bias"});

    ParameterMap misshapen = initialParameters(fourAnatomies(), 5);
    misshapen["query_tokens"] = at::full({3, 24}, 0.0);
    error = importError(misshapen);
    EXPECT_EQ(error.code, ErrorCode::TensorMisshapen);
    EXPECT_EQ(error.arguments, (std::vector<std::string>{"query_tokens", "[4, 24]", "[3, 24]"}));

    ParameterMap infinite = initialParameters(fourAnatomies(), 5);
    infinite["text_proj.bias"] = at::full({12}, std::numeric_limits<float>::quiet_NaN());
    error = importError(infinite);
    EXPECT_EQ(error.code, ErrorCode::TensorNotFinite);
    EXPECT_EQ(error.arguments, std::vector<std::string>{"text_proj.bias"});
}

TEST_F(Checkpoint, ImportRefusesAnotherVocabulary)
{
    testing::writeTorchFile(m_folder / "model.pth", initialParameters(fourAnatomies(), 5));
    write("text/vocab.txt", testing::smallVocabulary() + "more\n");
    const Result<ModelPackage> package = importFrom(m_folder / "model.pth", fourAnatomies());
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, ErrorCode::VocabularyBroken);
    expectNothingLeft();
}

TEST_F(Checkpoint, TheTextEncodersFolderGivesItsNumbers)
{
    write("text/config.json",
          R"({"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4,
        "intermediate_size": 64, "vocab_size": 200, "max_position_embeddings": 64, "layer_norm_eps": 1e-12,
        "hidden_act": "gelu"})");
    const Result<NetworkConfig> network = networkForTextEncoder(m_folder / "text");
    ASSERT_TRUE(network);
    EXPECT_EQ(network->textHidden, 32);
    EXPECT_EQ(network->vocabulary, 200);
    EXPECT_EQ(network->hidden, 768);
    write("text/config.json", R"({"hidden_size": "many"})");
    EXPECT_FALSE(networkForTextEncoder(m_folder / "text"));
}

TEST_F(Checkpoint, TheReferenceCheckpointsAreImportedInBothFormats)
{
    if (!fs::exists(golden::sharedPath("golden/tiny-checkpoint.pth")))
        GTEST_SKIP() << "no shared sample data";
    const auto reference = golden::readJson(golden::goldenPath("fvlm-tiny.json"));
    const NetworkConfig config = golden::networkConfig(reference.at("config"));
    std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";
    for (int i = 4; i < config.vocabulary; ++i)
        vocabulary += "word" + std::to_string(i) + "\n";
    write("text/vocab.txt", vocabulary);
    const ParameterMap expected = golden::parameters(config);
    for (const char* file : {"golden/tiny-checkpoint.pth", "golden/tiny-checkpoint-legacy.pth"}) {
        SCOPED_TRACE(file);
        const Result<ModelPackage> imported = importFrom(golden::sharedPath(file), config);
        ASSERT_TRUE(imported) << ::testing::PrintToString(imported.error().arguments);
        const Result<ModelPackage> read = readModelPackage(m_folder / "package");
        ASSERT_TRUE(read);
        for (const auto& [name, tensor] : expected)
            EXPECT_TRUE(read->parameters.at(name).equal(tensor)) << name;
    }
}

TEST_F(Checkpoint, TheHostileCheckpointIsRefusedAndNothingIsRun)
{
    const std::string path = golden::sharedPath("golden/hostile-checkpoint.pth");
    if (!fs::exists(path))
        GTEST_SKIP() << "no shared sample data";
    const fs::path trace = fs::temp_directory_path() / "fovea-pickle-was-executed";
    const Result<ModelPackage> package = importFrom(path, fourAnatomies());
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().code, ErrorCode::CheckpointRefused);
    EXPECT_EQ(package.error().arguments, std::vector<std::string>{"posix.system"});
    EXPECT_FALSE(fs::exists(trace));
    expectNothingLeft();
}

TEST_F(Checkpoint, SafetensorsComeBackAndBrokenOnesAreRefused)
{
    const ParameterMap parameters{{"a", at::full({2, 3}, 1.5)}, {"scalar", at::full({}, 7.0)}};
    ASSERT_TRUE(writeSafetensors(m_folder / "w.safetensors", parameters));
    const Result<ParameterMap> read = readSafetensors(m_folder / "w.safetensors");
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->at("a").equal(parameters.at("a")));
    EXPECT_EQ(read->at("scalar").dim(), 0);
    EXPECT_EQ(read->at("scalar").item<float>(), 7.0F);

    const auto withHeader = [&](const std::string& header, std::size_t data) {
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(header.size());
        write("broken.safetensors", bytes + header + std::string(data, '\0'));
        return readSafetensors(m_folder / "broken.safetensors");
    };
    EXPECT_TRUE(withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8));
    EXPECT_FALSE(withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4));
    EXPECT_FALSE(withHeader(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8));
    EXPECT_FALSE(withHeader(R"({"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}})", 8));
    EXPECT_FALSE(withHeader(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", 8));
    EXPECT_FALSE(withHeader("{", 8));
    const Result<ParameterMap> half =
        withHeader(R"({"a":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}})", 8);
    ASSERT_TRUE(half);
    EXPECT_EQ(half->at("a").scalar_type(), at::kFloat);
}

TEST_F(Checkpoint, AManifestComesBackAndAWrongOneIsRefused)
{
    const ModelManifest manifest = testing::smallPackage().manifest;
    const std::string json = manifestToJson(manifest);
    const Result<ModelManifest> again = manifestFromJson(json);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, manifest);
    for (const auto& [from, to] :
         std::map<std::string, std::string>{{"\"format\": 1", "\"format\": 2"},
                                            {"\"hidden\": 24", "\"hidden\": 25"},
                                            {"\"hidden\": 24", "\"hiden\": 24"},
                                            {"\"heart\"", "\"liver\""},
                                            {"\"windowHigh\": 350.0", "\"windowHigh\": -2000.0"}})
    {
        std::string wrong = json;
        const auto at = wrong.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        wrong.replace(at, from.size(), to);
        const Result<ModelManifest> refused = manifestFromJson(wrong);
        ASSERT_FALSE(refused) << to;
        EXPECT_EQ(refused.error().code, ErrorCode::ModelBroken);
    }
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
    EXPECT_EQ(readModelPackage(m_folder / "package")->fingerprint, *second);
    // A folder that is no package is nobody's to replace.
    EXPECT_FALSE(writeModelPackage(m_folder / "text", testing::smallPackage()));
    EXPECT_TRUE(fs::exists(m_folder / "text/vocab.txt"));

    fs::remove(m_folder / "package/weights.safetensors");
    const Result<ModelPackage> broken = readModelPackage(m_folder / "package");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::ModelBroken);
    EXPECT_EQ(readModelPackage(m_folder / "nowhere").error().code, ErrorCode::ModelNotFound);
}

} // namespace
} // namespace fovea

// verify(): what passes, what fails and what is told of it.

#include "model/engine/Engine.h"
#include "model/verify/verify.h"

#include "GoldenRule.h"
#include "SmallModel.h"
#include "UnseenFile.h"
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <set>

namespace fovea {
namespace {

namespace fs = std::filesystem;

using Json = GoldenJson;

std::string contents(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const Comparison* find(const Verification& verification, Quantity quantity)
{
    const auto found = std::ranges::find(verification.comparisons, quantity, &Comparison::quantity);
    return found == verification.comparisons.end() ? nullptr : &*found;
}

class Verify : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() /
                   (std::string("fovea-verify-") +
                    ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    fs::path write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
        return m_folder / name;
    }
    Result<Verification> verifyJson(const Json& file, const std::string& name = "any.json") const
    {
        return verify(write(name, file.dump()), Progress{});
    }

    /// After `change`, the file fails in that quantity and in no other.
    void expectOnly(Quantity quantity, const Json& file,
                    const std::function<void(Json&)>& change) const
    {
        Json changed = file;
        change(changed);
        ASSERT_NE(changed, file);
        const Result<Verification> made = verifyJson(changed);
        ASSERT_TRUE(made) << made.error().arguments.back();
        EXPECT_FALSE(made->passed());
        ASSERT_NE(made->firstFailed(), nullptr);
        EXPECT_EQ(quantityKey(made->firstFailed()->quantity), quantityKey(quantity));
        EXPECT_EQ(std::ranges::count_if(made->comparisons,
                                        [](const Comparison& c) { return !c.passed(); }),
                  1);
        EXPECT_EQ(made->firstFailed()->beyond, 1U);
        EXPECT_FALSE(made->firstFailed()->where.empty() && quantity != Quantity::TotalLoss);
    }
    /// Why a file cannot be compared.
    std::string refusal(const std::string& text) const
    {
        const Result<Verification> made = verify(write("refused.json", text), Progress{});
        if (made)
            return {};
        EXPECT_EQ(made.error().code, ErrorCode::MetadataBroken);
        EXPECT_EQ(made.error().arguments.at(0), (m_folder / "refused.json").string());
        return made.error().arguments.at(1);
    }

    fs::path m_folder;
};

TEST_F(Verify, AFileNobodyHasSeenIsUnderstood)
{
    const Json file = UnseenFile().fileWithTraining();
    const Result<Verification> made = verifyJson(file, "something else.txt");
    ASSERT_TRUE(made) << made.error().arguments.back() << made.error().detail;
    for (const Comparison& comparison : made->comparisons)
        EXPECT_TRUE(comparison.passed()) << quantityKey(comparison.quantity) << " "
                                         << comparison.largestDifference << comparison.where;
    EXPECT_TRUE(made->passed());
    EXPECT_EQ(made->notCompared, std::vector<std::string>{});
    EXPECT_EQ(made->kind, Verification::Kind::Network);
    EXPECT_EQ(find(*made, Quantity::AnatomiesPresent)->values, 8U) << "three, three and two";
    EXPECT_EQ(find(*made, Quantity::UnitVectors)->values, 8U * 6U);
    EXPECT_EQ(find(*made, Quantity::FeatureLevels)->values, 8U * 2U * 3U);
    EXPECT_EQ(find(*made, Quantity::Scores)->values, 5U);
    EXPECT_EQ(find(*made, Quantity::AnatomyLosses)->values, 2U);
    EXPECT_DOUBLE_EQ(find(*made, Quantity::UnitVectors)->tolerance, 1e-5);
}

TEST_F(Verify, OneChangedNumberIsFoundAndNamed)
{
    const Json file = UnseenFile().fileWithTraining();
    const auto add = [](Json& number, double difference) {
        number = number.get<double>() + difference;
    };
    expectOnly(Quantity::Scores, file,
               [&](Json& f) { add(f["cases"][1]["organs"][1]["scores"]["Splenomegaly"], 2e-4); });
    expectOnly(Quantity::UnitVectors, file,
               [&](Json& f) { add(f["cases"][2]["organs"][1]["image_feat"][5], 2e-5); });
    expectOnly(Quantity::TextVectors, file,
               [&](Json& f) { add(f["prompts"][1]["text_feat"][0][0], -2e-5); });
    expectOnly(Quantity::FeatureLevels, file, [&](Json& f) {
        add(f["cases"][0]["organs"][0]["hidden_samples"]["values"][1][2], 1e-2);
    });
    expectOnly(Quantity::CropValues, file,
               [&](Json& f) { add(f["cases"][0]["organs"][2]["crop_first_values"][3], 1e-5); });
    expectOnly(Quantity::TokenCounts, file,
               [&](Json& f) { add(f["cases"][0]["organs"][0]["tokens"], 1); });
    expectOnly(Quantity::ImageWindows, file,
               [&](Json& f) { add(f["cases"][1]["organs"][0]["crop_shape"][2], 1); });
    expectOnly(Quantity::ParameterShapes, file, [](Json& f) { f["parameters"][1][1] = {3, 25}; });
    expectOnly(Quantity::AnatomyLosses, file,
               [&](Json& f) { add(f["train"]["organ_losses"]["spleen_itc"], 2e-4); });
    expectOnly(Quantity::TotalLoss, file, [&](Json& f) { add(f["train"]["loss"], 2e-4); });
    expectOnly(Quantity::GradientNorms, file, [](Json& f) {
        Json& norm = f["train"]["grad_norms"]["query_tokens"];
        norm = norm.get<double>() * 1.002;
    });
    expectOnly(Quantity::VanishingGradients, file, [&](Json& f) {
        add(f["train"]["grad_norms"]["text_encoder.encoder.layer.0.attention.self.key.bias"], 1e-2);
    });
}

TEST_F(Verify, AnOrganThatTheOtherSideDoesNotSeeFails)
{
    Json file = UnseenFile().file();
    file["cases"][2]["organs"][1]["tokens"] = 0;
    const Result<Verification> made = verifyJson(file);
    ASSERT_TRUE(made);
    EXPECT_FALSE(find(*made, Quantity::AnatomiesPresent)->passed());
}

TEST_F(Verify, APromptMayBeOfAnAnatomyThatNoCaseHas)
{
    Json file = UnseenFile().file();
    file["prompts"].push_back(file["prompts"][0]);
    file["prompts"][2]["organ"] = "liver";
    const Result<Verification> made = verifyJson(file);
    ASSERT_TRUE(made) << made.error().arguments.back();
    EXPECT_TRUE(made->passed());
    EXPECT_EQ(find(*made, Quantity::TextVectors)->values, 3U * 2U * 6U);
}

TEST_F(Verify, WhatIsUnknownIsSaidToBeNotCompared)
{
    Json file = UnseenFile().file();
    file["cases"][0]["organs"][1]["entropy"] = 1.5;
    file["config"]["dropout"] = 0.25;
    file["cases"][0]["organs"][2]["scores"]["Unheard of"] = 0.5;
    file["cases"][1]["organs"].erase(std::size_t{0});
    const Result<Verification> made = verifyJson(file);
    ASSERT_TRUE(made) << made.error().arguments.back();
    EXPECT_TRUE(made->passed());
    EXPECT_EQ(made->notCompared,
              (std::vector<std::string>{"config.dropout", "cases[0].organs[1].entropy",
                                        "cases[0].organs[2].scores.Unheard of",
                                        "cases[1]: left kidney"}));
}

TEST_F(Verify, PreprocessingFailsByTheNumberThatWasChanged)
{
    Json file = Json::parse(contents(golden::goldenPath("preprocess.json")));
    file.erase(1);
    ASSERT_TRUE(verifyJson(file)->passed());
    ASSERT_TRUE(verifyJson({{"cases", file}})->passed());
    expectOnly(Quantity::ImageSamples, file, [](Json& f) {
        Json& value = f[0]["samples"][3]["value"];
        value = value.get<double>() + 3e-6;
    });
    expectOnly(Quantity::LabelCounts, file, [](Json& f) { f[0]["label_counts"]["2"] = 7; });
    expectOnly(Quantity::FinalSizes, file, [](Json& f) { f[0]["final_dhw"][2] = 353; });
    expectOnly(Quantity::UnionCrops, file, [](Json& f) { f[0]["union_crop"]["high_dhw"][0] = 3; });
    expectOnly(Quantity::ImageSums, file,
               [](Json& f) { f[0]["sum"] = f[0]["sum"].get<double>() * 1.00001; });
}

TEST_F(Verify, ATokenizersVocabularyIsFoundBesideItsFile)
{
    const std::string vocabulary = contents(golden::goldenPath("wordpiece-vocab.txt"));
    Json file = Json::parse(contents(golden::goldenPath("wordpiece.json")));
    const auto missing = verifyJson(file);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::MetadataBroken);

    write("a-vocab-of-its-own.txt", vocabulary);
    const auto made = verifyJson(file);
    ASSERT_TRUE(made) << made.error().arguments.back();
    EXPECT_TRUE(made->passed());
    EXPECT_EQ(made->notCompared, std::vector<std::string>{});
    EXPECT_GT(find(*made, Quantity::TokenIds)->values, 200U);

    write("another-vocab.txt", "[UNK]\n[CLS]\n[SEP]\n");
    EXPECT_FALSE(verifyJson(file)) << "two vocabularies";
    write("any-vocab.txt", vocabulary);
    EXPECT_TRUE(verifyJson(file)->passed()) << "the one of the file's own name";
    file["vocabulary"] = "another-vocab.txt";
    EXPECT_FALSE(verifyJson(file)->passed()) << "the one that the file names";
    file["vocabulary"] = "a-vocab-of-its-own.txt";
    EXPECT_TRUE(verifyJson(file)->passed());

    expectOnly(Quantity::TokenIds, file, [](Json& f) { f["encodings"][0]["ids"][1] = 3; });
    expectOnly(Quantity::Tokens, file, [](Json& f) { f["encodings"][0]["tokens"][1] = "lung"; });
    file["settings"]["lowercase"] = false;
    EXPECT_EQ(verifyJson(file)->notCompared, std::vector<std::string>{"settings.lowercase"});
}

TEST_F(Verify, FilesThatCannotBeComparedSayWhy)
{
    const std::string good = UnseenFile().file().dump();
    EXPECT_NE(refusal(good.substr(0, good.size() / 2)).find("not valid JSON"), std::string::npos);
    for (const char* foreign :
         {"{}", "[]", "3", "\"text\"", "null", "[{\"a\": 1}]", "{\"image\": [1, 2]}"})
        EXPECT_NE(refusal(foreign).find("no reference figures"), std::string::npos) << foreign;
    EXPECT_NE(refusal(R"({"config": {"hidden": 8}})").find("config has no “mlp”"),
              std::string::npos);
    EXPECT_NE(refusal("").find("not valid JSON"), std::string::npos);
    EXPECT_EQ(verify(m_folder / "absent.json", Progress{}).error().code, ErrorCode::FileNotFound);

    const auto refused = [&](const std::function<void(Json&)>& change) {
        Json file = UnseenFile().fileWithTraining();
        change(file);
        return refusal(file.dump());
    };
    EXPECT_NE(refused([](Json& f) { f["cases"][0]["boxes_zyx"][0][1] = 9; }).find("inside"),
              std::string::npos);
    EXPECT_NE(
        refused([](Json& f) { f["cases"][0]["shape"] = {1 << 20, 1 << 20, 1 << 20}; }).find("2^30"),
        std::string::npos);
    EXPECT_NE(refused([](Json& f) {
                  f["cases"][0]["organs"][0]["organ"] = "liver";
              }).find("is not “left kidney”"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) {
                  f["prompts"][0]["positive_ids"][1] = 30;
              }).find("prompts[0].positive_ids[1]"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) {
                  f["cases"][0]["organs"][0]["hidden_samples"]["flat_index"][0] = 100000;
              }).find("flat_index"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) {
                  f["config"]["heads"] = 5, f["config"]["vheads"] = 5;
              }).find("not a network"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) { f["train"]["shape"][0] = 9; }).find("multiple"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) { f["train"]["abnormal"][1][0] = 1; }).find("contradicts"),
              std::string::npos);
    EXPECT_NE(refused([](Json& f) {
                  f = {{"config", f["config"]}, {"parameters", nullptr}, {"wishes", 3}};
              }).find("wishes"),
              std::string::npos)
        << "a file without anything to compare has not passed";
}

TEST_F(Verify, NoBrokenMemberIsWorseThanARefusal)
{
    const Json file = UnseenFile().fileWithTraining();
    std::set<std::string> seen;
    const Json leaves = file.flatten();
    for (auto leaf = leaves.begin(); leaf != leaves.end(); ++leaf) {
        const std::string& path = leaf.key();
        // One member of each kind: the path without its positions.
        std::string kind = path;
        std::erase_if(kind, [](unsigned char c) { return std::isdigit(c) != 0; });
        if (!seen.insert(kind.substr(0, kind.find("/grad_norms"))).second)
            continue;
        for (const Json& broken : {Json(nullptr), Json("x"), Json(-1), Json(1e18), Json::array(),
                                   Json::object(), Json(7)})
        {
            Json changed = file;
            changed[Json::json_pointer(path)] = broken;
            const Result<Verification> made = verifyJson(changed);
            if (!made) {
                EXPECT_EQ(made.error().code, ErrorCode::MetadataBroken)
                    << path << " " << broken << " " << made.error().detail;
            }
        }
    }
    EXPECT_GT(seen.size(), 40U);
}

TEST_F(Verify, CanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    const auto made =
        verify(write("any.json", UnseenFile().file().dump()), Progress(stop.get_token()));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
}

TEST_F(Verify, AModelPackageIsCheckedWhole)
{
    const fs::path folder = m_folder / "package";
    const ModelPackage package = testing::smallPackage();
    const Result<std::string> fingerprint = writeModelPackage(folder, package);
    ASSERT_TRUE(fingerprint);
    const auto made = foveaModelApi()->verify(folder, Progress{});
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->passed());
    EXPECT_EQ(made->kind, Verification::Kind::ModelPackage);
    EXPECT_EQ(made->fingerprint, *fingerprint);
    EXPECT_EQ(made->notCompared, std::vector<std::string>{});
    EXPECT_EQ(find(*made, Quantity::PromptVectors)->values, 7U);

    std::ofstream(folder / "notes.txt") << "x";
    EXPECT_EQ(verify(folder, Progress{})->notCompared, std::vector<std::string>{"notes.txt"});
    fs::resize_file(folder / "weights.safetensors",
                    fs::file_size(folder / "weights.safetensors") - 9);
    const auto cut = verify(folder, Progress{});
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::TensorsUnusable);
    fs::remove(folder / "model.json");
    EXPECT_EQ(verify(folder, Progress{}).error().code, ErrorCode::ModelNotFound);
}

} // namespace
} // namespace fovea

#include "model/evaluate/PromptSet.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

constexpr const char* good = R"({
 "prompts": [{"anatomy": "lung", "finding": "pleural_effusion",
               "positive": ["Pleural effusion.", "Large pleural effusion."],
               "negative": ["No pleural effusion."],
               "paraphrases": [{"positive": "Fluid.", "negative": "No fluid."},
                               {"positive": "Hydrothorax.", "negative": "No hydrothorax."}]}],
 "searches": [{"text": "Right pleural effusion.",
              "paraphrases": ["Fluid on the right."], "finding": "pleural_effusion",
              "side": "right", "lobe": "lung_lower_lobe_right", "minimumSeverity": 0.5},
             {"text": "Cardiomegaly.", "anatomy": "heart", "finding": "cardiomegaly"}]})";

TEST(PromptSet, ReadsFindingsAndQueries)
{
    const Result<PromptSet> set = promptSetFromJson(good, "good");
    ASSERT_TRUE(set) << set.error().arguments.back();
    ASSERT_EQ(set->findings.size(), 1U);
    const FindingPrompts* prompts = set->prompts("lung", "pleural_effusion");
    ASSERT_TRUE(prompts);
    EXPECT_EQ(prompts->positive.size(), 2U);
    EXPECT_EQ(prompts->negative, std::vector<std::string>{"No pleural effusion."});
    ASSERT_EQ(prompts->paraphrases.size(), 2U);
    EXPECT_EQ(prompts->paraphrases[1].positive, "Hydrothorax.");
    EXPECT_EQ(prompts->paraphrases[1].negative, "No hydrothorax.");
    EXPECT_FALSE(set->prompts("heart", "pleural_effusion"));
    ASSERT_EQ(set->queries.size(), 2U);
    EXPECT_EQ(set->queries[0].paraphrases, std::vector<std::string>{"Fluid on the right."});
    EXPECT_EQ(set->queries[0].side, Side::Right);
    EXPECT_EQ(set->queries[0].lobe, "lung_lower_lobe_right");
    EXPECT_EQ(set->queries[0].minimumSeverity, 0.5);
    EXPECT_EQ(set->queries[0].anatomyId, "lung") << "that of its finding's prompts";
    EXPECT_EQ(set->queries[1].anatomyId, "heart");
    EXPECT_TRUE(set->queries[1].paraphrases.empty());
    EXPECT_EQ(set->queries[1].side, Side::None);
    EXPECT_EQ(set->queries[1].lobe, "");
    EXPECT_EQ(set->queries[1].minimumSeverity, 0.0);
}

TEST(PromptSet, SaysWhichEntryIsWrong)
{
    const auto problem = [](std::string from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        const Result<PromptSet> set = promptSetFromJson(text, "file");
        EXPECT_FALSE(set) << to;
        if (set)
            return std::string();
        EXPECT_EQ(set.error().code, ErrorCode::MetadataBroken);
        EXPECT_EQ(set.error().arguments[0], "file");
        return set.error().arguments[1];
    };
    EXPECT_EQ(problem("{", "{{"), "not JSON");
    EXPECT_EQ(problem("\"prompts\"", "\"finding\""), "the file: unknown member \"finding\"");
    EXPECT_EQ(problem("\"No fluid.\"", "\" \""),
              "prompts[0].paraphrases[0]: \"negative\" is empty");
    EXPECT_EQ(problem("[\"No pleural effusion.\"]", "[]"),
              "prompts[0]: \"negative\" must be a list with at least one entry");
    EXPECT_EQ(problem("[\"No pleural effusion.\"]", "[3]"),
              "prompts[0]: \"negative\" must be a text");
    EXPECT_EQ(problem("\"side\": \"right\"", "\"side\": \"both\""),
              "searches[0]: \"side\" must be \"left\" or \"right\"");
    EXPECT_EQ(problem("\"Fluid on the right.\"", "7"),
              "searches[0]: \"paraphrases\" must be a text");
    EXPECT_EQ(problem("0.5", "1.5"), "searches[0]: \"minimumSeverity\" must be in [0, 1]");
    EXPECT_EQ(problem("\"finding\": \"cardiomegaly\"", "\"sites\": 1"),
              "searches[1]: unknown member \"sites\"");
    EXPECT_EQ(problem(", \"finding\": \"cardiomegaly\"", ""),
              "searches[1]: \"finding\" must be a text");
    EXPECT_EQ(problem("\"anatomy\": \"heart\", ", ""),
              "searches[1]: \"anatomy\" is needed, as no prompts have the finding");
    EXPECT_EQ(promptSetFromJson("[]", "f").error().arguments[1], "the file: must be an object");
    EXPECT_EQ(promptSetFromJson(R"({"searches": 3})", "f").error().arguments[1],
              "searches: must be a list");
    std::string twice = good;
    const auto begin = twice.find("[{") + 1;
    twice.insert(begin, twice.substr(begin, twice.find("],\n \"searches") - begin) + ",");
    EXPECT_EQ(promptSetFromJson(twice, "f").error().arguments[1], "prompts[1]: is there twice");
}

TEST(PromptSet, ReadsAFile)
{
    const auto file = std::filesystem::temp_directory_path() / "fovea-prompt-set.json";
    std::filesystem::remove(file);
    EXPECT_EQ(readPromptSet(file).error().code, ErrorCode::FileNotFound);
    std::ofstream(file) << good;
    const Result<PromptSet> set = readPromptSet(file);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->queries.size(), 2U);
    std::filesystem::remove(file);
    EXPECT_EQ(readPromptSet(std::filesystem::temp_directory_path()).error().code,
              ErrorCode::FileNotReadable);
}

TEST(PromptSet, LobesAreNamedInManyWays)
{
    EXPECT_TRUE(sameLobe("lung_lower_lobe_right", "Right lower lobe"));
    EXPECT_TRUE(sameLobe("lung_lower_lobe_right", "lower lobe of right lung"));
    EXPECT_TRUE(sameLobe("right-lower-lobe", "right_lower_lobe"));
    EXPECT_FALSE(sameLobe("lung_lower_lobe_right", "left lower lobe"));
    EXPECT_FALSE(sameLobe("lung_lower_lobe_right", "lower lobe"));
    EXPECT_FALSE(sameLobe("lung_lower_lobe_right", ""));
}

} // namespace
} // namespace fovea

#include "model/report/ReportRules.h"
#include "tests/report/ReportSupport.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <set>

using namespace fovea;
using namespace fovea::test;

namespace {

bool matches(const char* spelling, const char* text)
{
    const auto term = ReportTerm::compile(spelling);
    EXPECT_TRUE(term.has_value()) << spelling;
    return term && hasTerm({*term}, wordsOf(text));
}

} // namespace

TEST(ReportTerm, matchesWordsInOrder)
{
    EXPECT_TRUE(matches("pleural effusion|effusions", "Small PLEURAL effusions."));
    EXPECT_TRUE(matches("ground-glass", "a ground glass opacity"));
    EXPECT_TRUE(matches("ground glass", "a ground-glass opacity"));
    EXPECT_FALSE(matches("pleural effusion", "effusion, pleural"));
    EXPECT_FALSE(matches("rib", "ribbon"));
}

TEST(ReportTerm, aStarMatchesAnyEnd)
{
    EXPECT_TRUE(matches("nodul*", "nodularity"));
    EXPECT_TRUE(matches("nodul*", "nodul"));
    EXPECT_FALSE(matches("nodul*", "reticulonodular"));
}

TEST(ReportTerm, aGapHasALengthAndEndsAtABreak)
{
    EXPECT_TRUE(matches("coronary ~3 calcif*", "coronary artery wall calcification"));
    EXPECT_TRUE(matches("coronary ~3 calcif*", "coronary calcification"));
    EXPECT_TRUE(matches("coronary ~3 calcif*", "coronary, and other, calcification"));
    EXPECT_FALSE(matches("coronary ~1 calcif*", "coronary artery wall calcification"));
    EXPECT_FALSE(matches("coronary ~3 calcif*", "coronary stent; calcification"));
}

TEST(ReportTerm, refusesWhatCannotMatch)
{
    for (const char* spelling :
         {"", "  ", "~3 word", "word ~3", "word ~x other", "a||b", "*", "a|"})
        EXPECT_FALSE(ReportTerm::compile(spelling).has_value()) << spelling;
}

TEST(ReportWords, keepNumbersWholeAndKnowTheirBorders)
{
    const auto words = wordsOf("A 3.5 mm nodule, ground-glass; \xE2\x80\xA2 other\xC2\xB7 end.");
    std::vector<std::string> texts;
    for (const ReportWord& word : words)
        texts.push_back(word.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"a", "3.5", "mm", "nodule", "ground", "glass",
                                               "other", "end"}));
    EXPECT_TRUE(words[4].afterComma);
    EXPECT_FALSE(words[4].afterBreak);
    EXPECT_TRUE(words[6].afterBreak);
}

TEST(ReportRules, areReadFromTheShippedCatalog)
{
    const ReportRules& rules = shippedRules();
    EXPECT_EQ(rules.findings.size(), 21U);
    const auto catalog =
        nlohmann::json::parse(textOf(FOVEA_SOURCE_DIR "/resources/catalog/anatomies.json"));
    std::set<std::string> known;
    for (const auto& anatomy : catalog.at("anatomies"))
        known.insert(anatomy.at("id").get<std::string>());
    for (const AnatomyRule& rule : rules.anatomies)
        EXPECT_TRUE(known.contains(rule.anatomyId)) << rule.anatomyId;
}

TEST(ReportRules, sayWhatIsWrongWithAFile)
{
    const auto text = textOf(FOVEA_SOURCE_DIR "/resources/catalog/report-rules.json");
    const auto wrong = [&text](const std::function<void(nlohmann::json&)>& change) {
        auto json = nlohmann::json::parse(text);
        change(json);
        const auto rules = parseReportRules(json.dump(), "rules.json");
        EXPECT_FALSE(rules.ok());
        if (rules.ok())
            return std::string();
        EXPECT_EQ(rules.error().code, ErrorCode::MetadataBroken);
        EXPECT_EQ(rules.error().arguments.at(0), "rules.json");
        return rules.error().arguments.at(1);
    };
    EXPECT_NE(wrong([](auto& j) { j["extra"] = 1; }).find("extra"), std::string::npos);
    EXPECT_NE(wrong([](auto& j) { j.erase("separators"); }).find("separators"), std::string::npos);
    EXPECT_NE(
        wrong([](auto& j) { j["findings"][0]["terms"].push_back("~2 word"); }).find("~2 word"),
        std::string::npos);
    EXPECT_NE(wrong([](auto& j) { j["findings"][0]["anatomy"] = "tail"; }).find("tail"),
              std::string::npos);
    EXPECT_FALSE(parseReportRules("{", "rules.json").ok());
    EXPECT_EQ(loadReportRules("/nowhere/rules.json").error().code, ErrorCode::FileNotFound);
}

#include "model/phantom/PhrasesOfFinding.h"
#include "model/phantom/ReportWriter.h"
#include "tests/phantom/TruthSamples.h"
#include "tests/report/ReportSupport.h"

#include <nlohmann/json.hpp>

#include <set>

using namespace fovea;
using namespace fovea::test;

namespace {

/// Words alone, so that a capital or a full stop makes no difference.
std::string bare(const std::string& sentence)
{
    std::string text;
    for (const ReportWord& word : wordsOf(sentence))
        text += word.text + " ";
    return text;
}

class DemoPrompts : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        for (std::uint64_t seed = 0; seed < 5000; ++seed) {
            const PhantomReport report = writeReport(randomTruth(seed));
            for (const SectionSentence& s : sectionSentences(report.text, shippedRules()))
                s_written.insert(bare(s.text));
            for (const PhantomRegionText& region : report.regions) {
                for (const SectionSentence& s : sectionSentences(region.text, shippedRules()))
                    s_trained.insert(bare(s.text));
                for (const ReportWord& word : wordsOf(region.text))
                    s_words.insert(word.text);
            }
        }
    }

    const nlohmann::json m_json =
        nlohmann::json::parse(textOf(FOVEA_SOURCE_DIR "/resources/catalog/demo-prompts.json"));
    static inline std::set<std::string> s_written; ///< Sentences of whole reports.
    static inline std::set<std::string> s_trained; ///< Sentences of the anatomies.
    static inline std::set<std::string> s_words;
};

} // namespace

TEST_F(DemoPrompts, coverEveryFinding)
{
    std::set<std::string> ids;
    for (const auto& p : m_json.at("prompts")) {
        ids.insert(p.at("finding").get<std::string>());
        EXPECT_GE(p.at("positive").size(), 3U);
        EXPECT_LE(p.at("positive").size(), 6U);
        EXPECT_GE(p.at("negative").size(), 3U);
        EXPECT_EQ(p.at("paraphrases").size(), 5U);
    }
    EXPECT_EQ(ids.size(), 16U);
    for (const WritableFinding& f : writableFindings())
        EXPECT_TRUE(ids.contains(std::string(f.findingId))) << f.findingId;
}

TEST_F(DemoPrompts, areSentencesOfTheReports)
{
    for (const auto& p : m_json.at("prompts")) {
        for (const char* kind : {"positive", "negative"}) {
            for (const std::string prompt : p.at(kind))
                EXPECT_TRUE(s_trained.contains(bare(prompt))) << prompt;
        }
    }
}

TEST_F(DemoPrompts, paraphrasesAreNewSentencesOfKnownWords)
{
    std::set<std::string> seen;
    for (const auto& p : m_json.at("prompts")) {
        for (const auto& pair : p.at("paraphrases")) {
            for (const char* kind : {"positive", "negative"}) {
                const auto text = pair.at(kind).get<std::string>();
                EXPECT_TRUE(seen.insert(bare(text)).second) << text;
                EXPECT_FALSE(s_trained.contains(bare(text)) || s_written.contains(bare(text)))
                    << text;
                for (const ReportWord& word : wordsOf(text))
                    EXPECT_TRUE(s_words.contains(word.text)) << word.text << " in " << text;
            }
        }
    }
}

TEST_F(DemoPrompts, meanWhatTheyAreFiledUnder)
{
    const auto check = [](const std::string& text, const std::string& id, bool asserted) {
        const DecomposedReport report = decomposeReport(text, shippedRules());
        EXPECT_EQ(report.asserts(id), asserted) << text;
        for (const ReportClause& clause : report.clauses) {
            for (const FindingMention& mention : clause.mentions)
                EXPECT_TRUE(mention.findingId == id || mention.negated) << text;
        }
    };
    for (const auto& p : m_json.at("prompts")) {
        const auto id = p.at("finding").get<std::string>();
        for (const std::string text : p.at("positive"))
            check(text, id, true);
        for (const std::string text : p.at("negative"))
            check(text, id, false);
        for (const auto& pair : p.at("paraphrases")) {
            check(pair.at("positive").get<std::string>(), id, true);
            check(pair.at("negative").get<std::string>(), id, false);
        }
    }
}

TEST_F(DemoPrompts, searchesAreAskedInOtherWordsThatTheModelHasRead)
{
    std::set<std::string> seen;
    for (const auto& search : m_json.at("searches")) {
        EXPECT_TRUE(seen.insert(bare(search.at("text").get<std::string>())).second);
        ASSERT_EQ(search.at("paraphrases").size(), 2U) << search.at("text");
        for (const std::string text : search.at("paraphrases")) {
            EXPECT_TRUE(seen.insert(bare(text)).second) << text;
            EXPECT_FALSE(s_trained.contains(bare(text))) << text;
            for (const ReportWord& word : wordsOf(text))
                EXPECT_TRUE(s_words.contains(word.text)) << word.text << " in " << text;
            const bool left = text.find("left") != std::string::npos;
            EXPECT_EQ(left, search.value("side", std::string()) == "left") << text;
        }
    }
}

TEST_F(DemoPrompts, searchesNameAFindingAndAPlaceThatExist)
{
    const auto& searches = m_json.at("searches");
    EXPECT_EQ(searches.size(), 40U);
    const std::set<std::string> lobes{"lung_upper_lobe_left", "lung_lower_lobe_left",
                                      "lung_upper_lobe_right", "lung_middle_lobe_right",
                                      "lung_lower_lobe_right"};
    for (const auto& search : searches) {
        const auto text = search.at("text").get<std::string>();
        EXPECT_TRUE(
            decomposeReport(text, shippedRules()).asserts(search.at("finding").get<std::string>()))
            << text;
        const auto side = search.value("side", std::string());
        EXPECT_EQ(text.find(" left ") != std::string::npos || text.starts_with("left "),
                  side == "left")
            << text;
        if (search.contains("lobe")) {
            const auto lobe = search.at("lobe").get<std::string>();
            EXPECT_TRUE(lobes.contains(lobe)) << lobe;
            EXPECT_TRUE(lobe.ends_with(side)) << text;
        }
        const double severity = search.value("minimumSeverity", 0.0);
        EXPECT_TRUE(severity == 0 || severity == SevereSeverity) << text;
    }
}

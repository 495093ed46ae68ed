#include "model/training/FindingSentences.h"
#include "model/training/TrainingBatch.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace fovea {
namespace {

TrainingCase::Region lung(std::vector<std::string> findings,
                          std::vector<FindingStatement> statements)
{
    TrainingCase::Region region;
    region.text = "All that is said.";
    region.normal = findings.empty();
    region.findings = std::move(findings);
    region.statements = std::move(statements);
    return region;
}

std::vector<TrainingCase> threeStudies()
{
    std::vector<TrainingCase> cases(3);
    cases[0].regions = {lung({"nodule"}, {{"nodule", true, {"A nodule.", "Nodule on the left."}}})};
    cases[1].regions = {lung({}, {{"nodule", false, {"No nodule."}}})};
    cases[2].regions = {lung({"effusion"}, {})};
    for (TrainingCase& one : cases) {
        one.size = {8, 8, 8};
        one.image.assign(512, 100);
        one.labels.assign(512, 0);
        one.labels[(4 * 8 + 4) * 8 + 4] = 1;
        one.boxes = {{0, {4, 4, 4}, {4, 4, 4}, 1}};
    }
    return cases;
}

std::set<std::string> drawn(const FindingSentences& sentences, const TrainingCase& one,
                            std::string_view finding)
{
    std::mt19937_64 random(3);
    std::set<std::string> all;
    for (int n = 0; n < 60; ++n)
        all.insert(sentences.draw(one.regions[0], finding, random));
    return all;
}

TEST(FindingSentences, SayWhatIsTrueOfAStudy)
{
    const std::vector<TrainingCase> cases = threeStudies();
    const FindingSentences sentences(cases);
    using Set = std::set<std::string>;
    EXPECT_EQ(drawn(sentences, cases[0], "nodule"), (Set{"A nodule.", "Nodule on the left."}));
    EXPECT_EQ(drawn(sentences, cases[1], "nodule"), (Set{"No nodule."}));
    // Passed over in silence: what another study says of it.
    EXPECT_EQ(drawn(sentences, cases[2], "nodule"), (Set{"No nodule."}));
    // There, but no sentence is known; and absent, but nobody ever says so.
    EXPECT_EQ(drawn(sentences, cases[2], "effusion"), (Set{""}));
    EXPECT_EQ(drawn(sentences, cases[0], "effusion"), (Set{""}));
    // Of a lung without findings sometimes all that is said of it.
    EXPECT_EQ(drawn(sentences, cases[1], "effusion"), (Set{"", "All that is said."}));
}

TEST(FindingSentences, BatchesHaveATopicForEachFinding)
{
    const std::vector<TrainingCase> cases = threeStudies();
    BatchOptions options;
    options.crop = {8, 8, 8};
    options.patch = {4, 4, 4};
    options.anatomyIds = {"lung"};
    options.topics = {{0, "nodule"}, {0, "effusion"}};
    options.sentences = FindingSentences(cases);
    options.augmentation.flips = {0, 0, 1};
    options.augmentation.swapSides = true;
    const Result<WordPiece> words = WordPiece::create("[PAD]\n[UNK]\n[CLS]\n[SEP]\nnodule\nno\n");
    ASSERT_TRUE(words);
    std::vector<const TrainingCase*> some;
    for (const TrainingCase& one : cases)
        some.push_back(&one);
    std::mt19937_64 random(1);
    bool mirrored = false;
    for (int n = 0; n < 20; ++n) {
        const TrainingBatch batch = makeBatch(some, options, *words, 16, random);
        ASSERT_EQ(batch.topics.size(), 2U);
        ASSERT_EQ(batch.topics[0].sentences.size(), 3U);
        for (const auto& sentence : batch.topics[0].sentences) {
            const std::vector<std::string>& findings = batch.regions[0][sentence.region].findings;
            EXPECT_EQ(sentence.present, std::ranges::count(findings, "nodule") > 0);
            EXPECT_EQ(sentence.caption.starts_with("No "), !sentence.present);
            EXPECT_EQ(sentence.caption.find("left"), std::string::npos);
            mirrored = mirrored || sentence.caption.find("right") != std::string::npos;
        }
        EXPECT_LE(batch.topics[1].sentences.size(), 1U);
    }
    EXPECT_TRUE(mirrored);
}

} // namespace
} // namespace fovea

#include "model/network/Fvlm.h"
#include "model/training/FindingSentences.h"
#include "model/training/TrainingBatch.h"
#include "model/training/TrainingStep.h"
#include "tests/model/SmallModel.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/dot.h>
#include <ATen/ops/rand.h>

#include <algorithm>
#include <cmath>
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
    const Result<WordPiece> words =
        WordPiece::create("[PAD]\n[UNK]\n[CLS]\n[SEP]\nnodule\nno\nright\nleft\n");
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
            const bool sided = sentence.caption.find("right") != std::string::npos;
            mirrored = mirrored || sided;
            EXPECT_EQ(sentence.otherSideIds.empty(), !sided);
            EXPECT_NE(sentence.otherSideIds, sentence.captionIds);
            EXPECT_EQ(sentence.otherSideIds.size(), sided ? sentence.captionIds.size() : 0);
        }
        EXPECT_LE(batch.topics[1].sentences.size(), 1U);
    }
    EXPECT_TRUE(mirrored);
}

TEST(SideContrast, HoldsASentenceAgainstItsMirrorImage)
{
    const NetworkConfig config = testing::smallNetwork();
    const Result<Fvlm> network = Fvlm::create(config, initialParameters(config, 4));
    ASSERT_TRUE(network);

    const std::vector<std::int64_t> left{2, 5, 3}, right{2, 6, 3}, absent{2, 7, 3};
    TrainingBatch batch;
    batch.images = at::rand({3, 1, 16, 24, 24});
    batch.regions.resize(config.anatomies.size());
    for (int sample = 0; sample < 3; ++sample) {
        TrainingBatch::Region region;
        region.sample = sample;
        region.tokens = {0, 3, 5};
        batch.regions[0].push_back(region);
    }
    batch.topics = {{0,
                     {{0, "Left.", left, right, true},
                      {1, "None.", absent, {}, false},
                      {2, "Right.", right, left, true}}}};
    LossOptions options;
    const double without = trainingLoss(*network, batch, options).total.item<double>();
    options.sideContrast = 3;
    const double with = trainingLoss(*network, batch, options).total.item<double>();

    const at::Tensor images = unitVectors(regionVectors(*network, batch, {})[0]);
    const at::Tensor texts = network->textVectors({left, right});
    const auto loss = [&](int image, int said) {
        const double margin = at::dot(images[image], texts[said] - texts[1 - said]).item<double>() /
                              network->temperature().item<double>();
        return std::log1p(std::exp(-margin));
    };
    EXPECT_NEAR(with - without, 3 * (loss(0, 0) + loss(2, 1)) / 2, 1e-4);
    EXPECT_GT(with - without, 0.1);
}

} // namespace
} // namespace fovea

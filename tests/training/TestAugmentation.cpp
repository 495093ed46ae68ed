#include "model/training/Augmentation.h"
#include "model/training/TrainingBatch.h"
#include "model/training/Vocabulary.h"

#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>

namespace fovea {
namespace {

TrainingCase smallCase()
{
    TrainingCase c;
    c.size = {2, 2, 3};
    for (std::uint8_t n = 0; n < 12; ++n) {
        c.image.push_back(static_cast<std::uint8_t>(n * 20));
        c.labels.push_back(n);
    }
    return c;
}

TEST(Augmentation, FlipsEveryAxisOnItsOwn)
{
    const TrainingCase c = smallCase();
    EXPECT_EQ(cropLabels(c, {{0, 0, 0}, {2, 2, 3}, {false, false, false}}), c.labels);
    EXPECT_EQ(cropLabels(c, {{0, 0, 0}, {2, 2, 3}, {true, false, false}}),
              (std::vector<std::uint8_t>{6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(cropLabels(c, {{0, 0, 0}, {2, 2, 3}, {false, true, false}}),
              (std::vector<std::uint8_t>{3, 4, 5, 0, 1, 2, 9, 10, 11, 6, 7, 8}));
    EXPECT_EQ(cropLabels(c, {{0, 0, 0}, {2, 2, 3}, {false, false, true}}),
              (std::vector<std::uint8_t>{2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9}));
}

TEST(Augmentation, AShiftBeyondTheBorderIsFilledWithAir)
{
    const TrainingCase c = smallCase();
    EXPECT_EQ(cropLabels(c, {{-1, 1, 1}, {2, 2, 3}, {false, false, false}}),
              (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 4, 5, 0, 0, 0, 0}));
    EXPECT_EQ(cropLabels(c, {{-1, 1, 1}, {2, 2, 3}, {false, false, true}}),
              (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 0, 5, 4, 0, 0, 0}));
    EXPECT_FLOAT_EQ(cropImage(c, {{0, 0, 1}, {1, 1, 1}, {false, false, false}})[0], 20.0F / 255.0F);
}

TEST(Augmentation, JitterAndFlipsAreDrawnOnlyWhereAskedFor)
{
    const TrainingCase c = smallCase();
    std::mt19937_64 random(1), same(1);
    const Crop plain = randomCrop(c, {1, 1, 1}, {}, random);
    for (int axis = 0; axis < 3; ++axis)
        same();
    EXPECT_EQ(random(), same()) << "three numbers, for the three axes";
    EXPECT_EQ(plain.flipped, (std::array<bool, 3>{false, false, false}));
    Augmentation much;
    much.cropJitter = 2;
    much.flips = {1, 0, 1};
    int outside = 0;
    for (int n = 0; n < 50; ++n) {
        const Crop crop = randomCrop(c, {2, 2, 3}, much, random);
        EXPECT_EQ(crop.flipped, (std::array<bool, 3>{true, false, true}));
        for (const int start : crop.start) {
            EXPECT_LE(std::abs(start), 2);
            outside += start < 0 ? 1 : 0;
        }
    }
    EXPECT_GT(outside, 10);
}

TEST(Augmentation, IntensityStaysInRangeAndChanges)
{
    std::vector<float> image(1000, 0.5F);
    std::mt19937_64 random(4);
    changeIntensity(image, 0.2, random);
    double sum = 0, squares = 0;
    for (const float v : image) {
        EXPECT_GE(v, 0.0F);
        EXPECT_LE(v, 1.0F);
        sum += v;
        squares += static_cast<double>(v) * v;
    }
    const double mean = sum / 1000;
    EXPECT_NEAR(std::sqrt(squares / 1000 - mean * mean), 0.02, 0.004) << "noise";
    EXPECT_NEAR(mean, 0.5, 0.2);
    EXPECT_GT(std::abs(mean - 0.5), 1e-3);
}

TEST(Augmentation, SidesAreSwappedAsWords)
{
    EXPECT_EQ(swapSides("Left-sided effusion, right atrium; RIGHT."),
              "Right-sided effusion, left atrium; LEFT.");
    EXPECT_EQ(swapSides("Cleft, bright and upright."), "Cleft, bright and upright.");
    EXPECT_EQ(swapSides(""), "");
}

TEST(Augmentation, KnowsWhatNamesOneSide)
{
    EXPECT_TRUE(namesOneSide("Small left pleural effusion."));
    EXPECT_TRUE(namesOneSide("Consolidation of the RIGHT lower lobe"));
    EXPECT_FALSE(namesOneSide("Bilateral effusions, right larger than left."));
    EXPECT_FALSE(namesOneSide("Bright spots; leftover contrast."));
    EXPECT_FALSE(namesOneSide(""));
}

TEST(Augmentation, ACaptionFollowsTheMirror)
{
    TrainingCase c;
    c.size = {4, 4, 4};
    c.image.assign(64, 0);
    c.labels.assign(64, 0);
    c.labels[16 + 4 + 1] = 1; // d 1, h 1, w 1
    c.boxes = findRegions(c.size, c.labels);
    TrainingCase::Region region;
    region.text = "Left effusion.";
    region.findings = {"effusion"};
    c.regions = {region};
    BatchOptions options;
    options.crop = {4, 4, 4};
    options.patch = {1, 1, 1};
    options.anatomyIds = {"lung"};
    options.augmentation.flips = {0, 0, 1};
    const Result<WordPiece> words = WordPiece::create(buildVocabulary({"left right effusion"}));
    ASSERT_TRUE(words.ok());
    const std::vector<const TrainingCase*> cases{&c};
    std::mt19937_64 random(1);
    const TrainingBatch plain = makeBatch(cases, options, *words, 32, random);
    options.augmentation.swapSides = true;
    const TrainingBatch swapped = makeBatch(cases, options, *words, 32, random);
    EXPECT_EQ(plain.regions[0][0].caption, "Left effusion.");
    EXPECT_EQ(swapped.regions[0][0].caption, "Right effusion.");
    EXPECT_EQ(swapped.regions[0][0].captionIds, words->encode("Right effusion.", 32));
    EXPECT_EQ(swapped.regions[0][0].tokens, std::vector<std::int64_t>{16 + 4 + 2});
}

} // namespace
} // namespace fovea

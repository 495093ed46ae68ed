#include "model/text/WordPiece.h"
#include "model/training/Captions.h"
#include "model/training/Vocabulary.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace fovea {
namespace {

TEST(Captions, NormalAnatomyStartsWithTheTemplate)
{
    const Caption silent = makeCaption("lung", "", false);
    EXPECT_TRUE(silent.normal);
    EXPECT_EQ(silent.whole, "lung shows no significant abnormalities.");
    EXPECT_EQ(silent.spoken, silent.whole);

    const Caption said = makeCaption("lung", "Clear lungs", true);
    EXPECT_TRUE(said.normal);
    EXPECT_EQ(said.whole, "lung shows no significant abnormalities.Clear lungs.");
    EXPECT_EQ(said.spoken, "Clear lungs.") << "the template is dropped where more follows";
}

TEST(Captions, AbnormalTextIsCleaned)
{
    const Caption c = makeCaption("lung", " A \"5 mm\" (solid) nodule; radiologist's note ", false);
    EXPECT_FALSE(c.normal);
    EXPECT_EQ(c.whole, "A 5 mm solid nodule; radiologists note.");
    EXPECT_EQ(c.spoken, c.whole);
}

TEST(Captions, SentencesKeepDecimalPoints)
{
    EXPECT_EQ(sentencesOf("A 2.5 mm nodule. No effusion."),
              (std::vector<std::string>{"A 2.5 mm nodule.", "No effusion."}));
    EXPECT_EQ(sentencesOf("no stop"), std::vector<std::string>{"no stop"});
    EXPECT_TRUE(sentencesOf("").empty());
}

TEST(Captions, ShufflingKeepsSentencesWholeAndAtLeastOne)
{
    std::mt19937_64 random(3);
    const std::set<std::string> known{"One here.", "Two there.", "Three."};
    std::set<std::size_t> lengths;
    std::set<std::string> orders;
    for (int n = 0; n < 300; ++n) {
        const std::string text = shuffleSentences("One here. Two there. Three.", 0.5, random);
        const std::vector<std::string> sentences = sentencesOf(text);
        ASSERT_FALSE(sentences.empty());
        for (const std::string& s : sentences)
            EXPECT_TRUE(known.contains(s)) << s;
        EXPECT_EQ(std::set(sentences.begin(), sentences.end()).size(), sentences.size());
        lengths.insert(sentences.size());
        orders.insert(text);
    }
    EXPECT_EQ(lengths, (std::set<std::size_t>{1, 2, 3}));
    EXPECT_GT(orders.size(), 8U);
    EXPECT_EQ(sentencesOf(shuffleSentences("One. Two. Three.", 0, random)).size(), 3U);
}

TEST(Vocabulary, WritesEveryWord)
{
    const std::string vocabulary = buildVocabulary({"Pleural effusion.", "A 12 mm nodule"});
    EXPECT_TRUE(vocabulary.starts_with("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n"));
    const Result<WordPiece> words = WordPiece::create(vocabulary);
    ASSERT_TRUE(words.ok());
    EXPECT_EQ(words->tokenize("pleural effusion."),
              (std::vector<std::string>{"pleural", "effusion", "."}));
    const std::vector<std::string> spelt = words->tokenize("Xylem 7");
    EXPECT_EQ(spelt, (std::vector<std::string>{"x", "##y", "##l", "##e", "##m", "7"}));
    EXPECT_EQ(std::ranges::count(spelt, "[UNK]"), 0);
}

} // namespace
} // namespace fovea

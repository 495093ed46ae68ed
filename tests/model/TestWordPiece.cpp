#include "model/text/WordPiece.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace fovea {
namespace {

using nlohmann::json;

std::string readText(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string goldenPath(const std::string& file)
{
    return std::string(FOVEA_SOURCE_DIR) + "/tests/model/golden/" + file;
}

std::string sharedPath(const std::string& file)
{
    return std::string(FOVEA_SHARED_DIR) + "/" + file;
}

TEST(WordPiece, AgreesWithTheReferenceEncodings)
{
    const Result<WordPiece> words = WordPiece::create(readText(goldenPath("wordpiece-vocab.txt")));
    ASSERT_TRUE(words);
    const json reference = json::parse(readText(goldenPath("wordpiece.json")));
    ASSERT_EQ(reference.at("encodings").size(), 46U);
    for (const json& one : reference.at("encodings"))
        EXPECT_EQ(words->encode(one.at("text").get<std::string>(), 10000),
                  one.at("ids").get<std::vector<std::int64_t>>())
            << one.at("text").dump(-1, ' ', true);
    for (const json& one : reference.at("truncated"))
        EXPECT_EQ(words->encode(one.at("text").get<std::string>(), one.at("max_length")),
                  one.at("ids").get<std::vector<std::int64_t>>());
}

TEST(WordPiece, AgreesWithTheReleasedVocabulary)
{
    if (!std::filesystem::exists(sharedPath("data/vocab")))
        GTEST_SKIP() << "no shared sample data";
    const Result<WordPiece> words = WordPiece::create(
        readText(sharedPath("data/vocab/BiomedVLP-CXR-BERT-specialized/vocab.txt")));
    ASSERT_TRUE(words);
    EXPECT_EQ(words->size(), 30522U);
    EXPECT_EQ(words->id("effusion"), 3370);
    const json reference =
        json::parse(readText(sharedPath("data/vocab/derived/cxrbert_token_ids.json")));
    ASSERT_FALSE(reference.empty());
    for (const json& one : reference) {
        const auto text = one.at("text").get<std::string>();
        EXPECT_EQ(words->tokenize(text), one.at("tokens").get<std::vector<std::string>>());
        EXPECT_EQ(words->encode(text, 512), one.at("ids_max512").get<std::vector<std::int64_t>>());
    }
}

TEST(WordPiece, AgreesWithThePublicTestsOfBert)
{
    const std::string path = sharedPath("data/vocab/public_bert_test_vectors.json");
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "no shared sample data";
    const json reference = json::parse(readText(path));
    std::string vocabulary;
    for (const json& token : reference.at("full").at("vocab"))
        vocabulary += token.get<std::string>() + "\n";
    const Result<WordPiece> words = WordPiece::create(vocabulary);
    ASSERT_TRUE(words);
    for (const json& one : reference.at("full").at("cases")) {
        const auto tokens = words->tokenize(one.at("text").get<std::string>());
        EXPECT_EQ(tokens, one.at("tokens").get<std::vector<std::string>>());
        for (std::size_t i = 0; i < tokens.size(); ++i)
            EXPECT_EQ(words->id(tokens[i]), one.at("ids")[i].get<std::int64_t>());
    }
    for (const json& one : reference.at("basic_lower")) {
        // With every expected word in the vocabulary, nothing is split further.
        std::string own = "[UNK]\n[CLS]\n[SEP]\n";
        for (const json& token : one.at("tokens"))
            own += token.get<std::string>() + "\n";
        EXPECT_EQ(WordPiece::create(own)->tokenize(one.at("text").get<std::string>()),
                  one.at("tokens").get<std::vector<std::string>>());
    }
}

TEST(WordPiece, LineEndsOfTheVocabularyAreOfNoConsequence)
{
    const Result<WordPiece> words = WordPiece::create("[UNK]\r\n[CLS]\r\n[SEP]\r\nlung");
    ASSERT_TRUE(words);
    EXPECT_EQ(words->size(), 4U);
    EXPECT_EQ(words->encode("Lung"), (std::vector<std::int64_t>{1, 3, 2}));
}

TEST(WordPiece, BytesThatAreNoUtf8AreDropped)
{
    const Result<WordPiece> words = WordPiece::create("[UNK]\n[CLS]\n[SEP]\nlung\n");
    ASSERT_TRUE(words);
    EXPECT_EQ(words->tokenize("lu\xffng \xc3"), std::vector<std::string>{"lung"});
}

TEST(WordPiece, AVocabularyWithoutItsSpecialTokensIsRefused)
{
    const Result<WordPiece> words = WordPiece::create("[UNK]\n[CLS]\nlung\n");
    ASSERT_FALSE(words);
    EXPECT_EQ(words.error().code, ErrorCode::VocabularyBroken);
}

} // namespace
} // namespace fovea

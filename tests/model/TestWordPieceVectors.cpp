// The rest of BERT's public tokenizer tests: classes of characters and WordPiece alone.

#include "model/text/WordPiece.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

using nlohmann::json;
using Tokens = std::vector<std::string>;

class WordPieceVectors : public testing::Test {
protected:
    void SetUp() override
    {
        const std::string path =
            std::string(FOVEA_SHARED_DIR) + "/data/vocab/public_bert_test_vectors.json";
        if (!std::filesystem::exists(path))
            GTEST_SKIP() << "no shared sample data";
        std::ifstream in(path);
        m_reference = json::parse(in);
    }

    json m_reference;
};

Tokens tokenize(const std::string& vocabulary, const std::string& text)
{
    const Result<WordPiece> words = WordPiece::create("[UNK]\n[CLS]\n[SEP]\n" + vocabulary);
    EXPECT_TRUE(words);
    return words ? words->tokenize(text) : Tokens{};
}

TEST_F(WordPieceVectors, PiecesOfWords)
{
    ASSERT_FALSE(m_reference.at("wordpiece").empty());
    for (const json& one : m_reference.at("wordpiece"))
        EXPECT_EQ(tokenize("want\n##want\n##ed\nwa\nun\nrunn\n##ing\n", one.at("text")),
                  one.at("tokens").get<Tokens>());
}

TEST_F(WordPieceVectors, ClassesOfCharacters)
{
    const auto between = [](const json& character) {
        const auto c = character.get<std::string>();
        // Every token that could come of it is in the vocabulary, in lower case as all text is.
        return tokenize("x\n-\n$\n`\n.\nxx\nxax\n", "x" + c + "x");
    };
    for (const json& c : m_reference.at("whitespace").at("true"))
        EXPECT_EQ(between(c), (Tokens{"x", "x"})) << c;
    for (const json& c : m_reference.at("punctuation").at("true"))
        EXPECT_EQ(between(c), (Tokens{"x", c.get<std::string>(), "x"})) << c;
    for (const json& c : m_reference.at("control").at("true"))
        EXPECT_EQ(between(c), (Tokens{"xx"})) << c;
    EXPECT_EQ(between("A"), (Tokens{"xax"})) << "neither of them";
}

} // namespace
} // namespace fovea

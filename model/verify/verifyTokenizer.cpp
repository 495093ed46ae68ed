#include "model/verify/verifyTokenizer.h"

#include "model/text/WordPiece.h"
#include "model/verify/Comparisons.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>

namespace fovea {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t largestId = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t uncut = 1 << 20;

fs::path vocabularyBeside(const GoldenNode& file, const fs::path& goldenFile)
{
    const fs::path folder = goldenFile.parent_path();
    const std::string stem = goldenFile.stem().string();
    std::error_code error;
    for (const std::string& name :
         {stem + "-vocab.txt", stem + "_vocab.txt", stem + ".vocab.txt", std::string("vocab.txt")})
    {
        if (fs::is_regular_file(folder / name, error))
            return folder / name;
    }
    std::vector<fs::path> candidates;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error))
    {
        if (entry.path().extension() == ".txt" &&
            entry.path().filename().string().find("vocab") != std::string::npos)
            candidates.push_back(entry.path());
    }
    if (candidates.size() != 1)
        file.refuse(candidates.empty()
                        ? "has no vocabulary beside it (*vocab*.txt)"
                        : "has more than one vocabulary beside it; say which with “vocabulary”");
    return candidates.front();
}

Result<std::string> vocabularyOf(const GoldenNode& file, const fs::path& goldenFile)
{
    const auto said = file.findAny({"vocabulary", "vocab"});
    if (said && said->isArray()) {
        std::string text;
        for (const GoldenNode& token : said->elements())
            text += token.text() + "\n";
        return text;
    }
    const fs::path path =
        said ? goldenFile.parent_path() / said->text() : vocabularyBeside(file, goldenFile);
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || !text)
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    return text.str();
}

/// 1 per token that is as expected.
void compareTokens(const WordPiece& words, const GoldenNode& node, const std::string& text,
                   Comparisons& comparisons)
{
    std::vector<std::string> expected;
    for (const GoldenNode& token : node.elements())
        expected.push_back(token.text());
    std::vector<std::string> found = words.tokenize(text);
    if (!expected.empty() && expected.front() == "[CLS]" && expected.back() == "[SEP]") {
        found.insert(found.begin(), "[CLS]");
        found.push_back("[SEP]");
    }
    std::vector<std::int64_t> same;
    for (std::size_t i = 0; i < found.size(); ++i)
        same.push_back(i < expected.size() && found[i] == expected[i] ? 1 : 0);
    comparisons.exact(Quantity::Tokens, node.place(), same,
                      std::vector<std::int64_t>(expected.size(), 1));
}

/// What this tokenizer is; a file made with other settings is of another tokenizer.
void noteSettings(const GoldenNode& file, std::vector<std::string>& unknown)
{
    const auto settings = file.find("settings");
    if (!settings)
        return;
    const GoldenJson own{{"lowercase", true},
                         {"clean_text", true},
                         {"handle_chinese_chars", true},
                         {"strip_accents", "with lowercase"},
                         {"max_word_chars", 100}};
    for (const auto& [key, node] : settings->members()) {
        const auto known = own.find(key);
        if (known == own.end() || !node.is(*known))
            unknown.push_back(node.place());
    }
}

} // namespace

Result<Verification> verifyTokenizer(const GoldenNode& file, const fs::path& goldenFile)
{
    Verification verification;
    verification.kind = Verification::Kind::Tokenizer;
    file.noteOthers({"settings", "encodings", "truncated", "vocabulary", "vocab"},
                    verification.notCompared);
    noteSettings(file, verification.notCompared);
    const Result<std::string> vocabulary = vocabularyOf(file, goldenFile);
    if (!vocabulary)
        return vocabulary.error();
    const Result<WordPiece> words = WordPiece::create(*vocabulary);
    if (!words)
        return words.error();

    Comparisons comparisons;
    for (const char* list : {"encodings", "truncated"}) {
        const auto encodings = file.find(list);
        if (!encodings)
            continue;
        for (const GoldenNode& one : encodings->elements()) {
            one.noteOthers({"text", "ids", "tokens", "max_length"}, verification.notCompared);
            const std::string text = one.at("text").text();
            const auto longest = one.find("max_length");
            const std::size_t length =
                longest ? static_cast<std::size_t>(longest->integer(2, largestId)) : uncut;
            if (const auto ids = one.find("ids"))
                comparisons.exact(Quantity::TokenIds, one.place(), words->encode(text, length),
                                  ids->integers(0, largestId));
            const auto tokens = one.find("tokens");
            if (tokens && !longest)
                compareTokens(*words, *tokens, text, comparisons);
            else if (tokens)
                verification.notCompared.push_back(tokens->place());
        }
    }
    verification.comparisons = comparisons.take();
    return verification;
}

} // namespace fovea

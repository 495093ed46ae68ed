#include "model/report/ReportWords.h"

namespace fovea {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The UTF-8 bullet and the typographic quotes begin with the same byte; none is part of a word.
constexpr unsigned char GeneralPunctuation = 0xE2;
constexpr unsigned char LatinPunctuation = 0xC2;

bool isLetter(char c)
{
    const auto u = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || u >= 0x80;
}

/// Bytes of a punctuation mark beyond ASCII that starts here, or 0.
std::size_t widePunctuation(std::string_view text, std::size_t at)
{
    const auto u = static_cast<unsigned char>(text[at]);
    if (u == GeneralPunctuation && at + 2 < text.size())
        return 3;
    return u == LatinPunctuation && at + 1 < text.size() ? 2 : 0;
}

} // namespace

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<ReportWord> wordsOf(std::string_view sentence)
{
    std::vector<ReportWord> words;
    bool comma = false;
    bool stop = false;
    for (std::size_t at = 0; at < sentence.size();) {
        if (const std::size_t wide = widePunctuation(sentence, at); wide > 0) {
            at += wide;
            continue;
        }
        const char c = sentence[at];
        if (!isLetter(c)) {
            comma = comma || c == ',';
            stop = stop || std::string_view(";:.?!()").find(c) != std::string_view::npos;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < sentence.size() &&
               ((isLetter(sentence[end]) && widePunctuation(sentence, end) == 0) ||
                (sentence[end] == '.' && end > at && isDigit(sentence[end - 1]) &&
                 end + 1 < sentence.size() && isDigit(sentence[end + 1]))))
            ++end;
        words.push_back({lowerCase(sentence.substr(at, end - at)), at, end, comma, stop});
        comma = stop = false;
        at = end;
    }
    return words;
}

} // namespace fovea

#include "model/phantom/PhrasesGrammar.h"

#include <vector>

namespace fovea {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isPunctuation(char c)
{
    return std::string_view(".,;:?").find(c) != std::string_view::npos;
}

/// One blank between words, none before punctuation, articles fitted, capitals at the start.
std::string tidied(std::string_view raw)
{
    std::string text;
    for (const char c : raw) {
        if (c == ' ' && (text.empty() || text.back() == ' '))
            continue;
        if (isPunctuation(c) && !text.empty() && text.back() == ' ')
            text.pop_back();
        text += c;
    }
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    std::string out;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] != '@') {
            out += text[n];
            continue;
        }
        const char next = n + 2 < text.size() ? text[n + 2] : 'b';
        // "8 mm" and "11 mm" are read with a vowel.
        const bool eight = next == '8' || text.compare(n + 2, 2, "11") == 0;
        out += eight || std::string_view("aeiou").find(next) != std::string_view::npos ? "an" : "a";
    }
    bool first = true;
    for (std::size_t n = 0; n < out.size(); ++n) {
        if (first && out[n] >= 'a' && out[n] <= 'z')
            out[n] = static_cast<char>(out[n] - 'a' + 'A');
        if (out[n] != ' ' && out[n] != '\n')
            first = false;
        if (out[n] == '.' && (n + 1 == out.size() || out[n + 1] == ' ' || out[n + 1] == '\n'))
            first = true;
    }
    return out;
}

} // namespace

std::string PhrasesGrammar::expand(std::string_view pattern, const PhraseValues& values) const
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] == '{') {
            std::vector<std::string_view> choices;
            int depth = 1;
            std::size_t begin = ++at;
            for (; at < pattern.size() && depth > 0; ++at) {
                if (pattern[at] == '{')
                    ++depth;
                else if (pattern[at] == '}')
                    --depth;
                if (depth == 0 || (depth == 1 && pattern[at] == '|')) {
                    choices.push_back(pattern.substr(begin, at - begin));
                    begin = at + 1;
                }
            }
            out += expand(choices[m_random.index(choices.size())], values);
        } else if (pattern[at] == '$') {
            std::size_t end = at + 1;
            while (end < pattern.size() && isLetter(pattern[end]))
                ++end;
            const auto value = values.find(pattern.substr(at + 1, end - at - 1));
            if (value != values.end())
                out += expand(value->second, values);
            at = end;
        } else {
            out += pattern[at++];
        }
    }
    return out;
}

std::string PhrasesGrammar::write(std::string_view pattern, const PhraseValues& values) const
{
    return tidied(expand(pattern, values));
}

int phraseLength(std::string_view text)
{
    int length = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool word = isLetter(c) || (c >= '0' && c <= '9');
        if (word ? !inWord : c != ' ')
            ++length;
        inWord = word;
    }
    return length;
}

} // namespace fovea

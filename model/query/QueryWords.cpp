#include "model/query/QueryWords.h"

#include <cstdint>

namespace fovea {
namespace {

struct Letter {
    char32_t code = 0; ///< 0: not UTF-8.
    std::size_t bytes = 1;
};

Letter letterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + bytes > text.size())
        return {};
    char32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return {};
        code = code << 6 | (byte(at + i) & 0x3FU);
    }
    return {code, bytes};
}

bool isChinese(char32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF);
}

bool isLatin(char32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9') ||
           (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

/// Greek and all other scripts are words too, so that they are reported as not understood.
bool isOther(char32_t code)
{
    return code >= 0x250 && !(code >= 0x2000 && code <= 0x2BFF) &&
           !(code >= 0x3000 && code <= 0x303F) && !(code >= 0xFF00 && code <= 0xFFEF);
}

char32_t lower(char32_t code)
{
    if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE))
        return code + 0x20;
    return code;
}

void append(std::string& text, char32_t code, std::string_view original)
{
    if (code < 0x80)
        text += static_cast<char>(code);
    else if (code < 0x100) {
        text += static_cast<char>(0xC0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else
        text += original;
}

} // namespace

std::vector<QueryWord> queryWords(std::string_view text)
{
    std::vector<QueryWord> words;
    bool broken = false;
    bool open = false; // the last word may go on
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letterAt(text, at);
        const std::size_t end = at + letter.bytes;
        const bool chinese = isChinese(letter.code);
        if (chinese || isLatin(letter.code) || isOther(letter.code)) {
            if (chinese || !open) {
                words.push_back({{}, at, at, broken});
                broken = false;
            }
            append(words.back().text, lower(letter.code), text.substr(at, letter.bytes));
            words.back().end = end;
            open = !chinese;
        } else {
            open = false;
            broken = broken || (letter.code != ' ' && letter.code != '\t' && letter.code != '-');
        }
        at = end;
    }
    return words;
}

} // namespace fovea

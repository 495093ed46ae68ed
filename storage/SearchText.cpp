#include "storage/SearchText.h"

#include <algorithm>
#include <sstream>

namespace fovea {

namespace {

/// Lower case of the two-byte UTF-8 range (U+0080 to U+07FF); others come back as they are.
unsigned lowerCase(unsigned c)
{
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    // Latin Extended-A pairs capital and small letter, even before odd but for two stretches.
    const bool oddCapitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x138 && c != 0x149 && c != 0x178)
        return (c % 2 == 1) == oddCapitals ? c + 1 : c;
    if (c == 0x178)
        return 0xFF;
    return c;
}

/// Letters without their accents: of U+00E0 to U+00FF, and of U+0100 to U+017F.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view latinExtended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
    "sssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin1.size() == 32 && latinExtended.size() == 128);

bool isMark(unsigned c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x5B0 && c <= 0x5C7) || (c >= 0x64B && c <= 0x652);
}

/// ASCII for a letter with accents; 0: none.
char plainLetter(unsigned c)
{
    if (c >= 0x100 && c <= 0x17F)
        return latinExtended[c - 0x100];
    if (c == 0x1A1)
        return 'o';
    if (c == 0x1B0)
        return 'u';
    if (c >= 0x1EA0 && c <= 0x1EF9)
        return c <= 0x1EB7   ? 'a'
               : c <= 0x1EC7 ? 'e'
               : c <= 0x1ECB ? 'i'
               : c <= 0x1EE3 ? 'o'
               : c <= 0x1EF1 ? 'u'
                             : 'y';
    if (c >= 0xFF21 && c <= 0xFF3A) // Full width, both cases.
        return static_cast<char>('a' + (c - 0xFF21));
    if (c >= 0xFF01 && c <= 0xFF5E)
        return static_cast<char>(c - 0xFF00 + 0x20);
    return 0;
}

/// The letter without its accent, of the same script.
unsigned plainGreekOrCyrillic(unsigned c)
{
    switch (c) {
    case 0x3AC:
        return 0x3B1;
    case 0x3AD:
        return 0x3B5;
    case 0x3AE:
        return 0x3B7;
    case 0x3AF:
    case 0x3CA:
    case 0x390:
        return 0x3B9;
    case 0x3CC:
        return 0x3BF;
    case 0x3CD:
    case 0x3CB:
    case 0x3B0:
        return 0x3C5;
    case 0x3CE:
        return 0x3C9;
    case 0x3C2: // Final sigma.
        return 0x3C3;
    case 0x451:
        return 0x435;
    case 0x439:
        return 0x438;
    default:
        return c;
    }
}

} // namespace

std::string foldForSearch(std::string_view utf8)
{
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte == '^' || byte == '=') {
            folded += ' ';
        } else if (byte >= 'A' && byte <= 'Z') {
            folded += static_cast<char>(byte + 32);
        } else if (byte >= 0xC2 && byte <= 0xDF && i + 1 < utf8.size() &&
                   (static_cast<unsigned char>(utf8[i + 1]) & 0xC0) == 0x80)
        {
            const unsigned second = static_cast<unsigned char>(utf8[++i]);
            const unsigned lower = lowerCase((byte & 0x1Fu) << 6 | (second & 0x3Fu));
            folded += static_cast<char>(0xC0 | lower >> 6);
            folded += static_cast<char>(0x80 | (lower & 0x3F));
        } else {
            folded += static_cast<char>(byte);
        }
    }
    return folded;
}

std::string looseForSearch(std::string_view folded)
{
    std::string loose;
    loose.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto byte = static_cast<unsigned char>(folded[i]);
        const std::size_t length = byte >= 0xC2 && byte <= 0xDF   ? 2
                                   : byte >= 0xE0 && byte <= 0xEF ? 3
                                                                  : 1;
        if (length == 1 || i + length > folded.size()) {
            loose += folded[i];
            continue;
        }
        unsigned c = length == 2 ? byte & 0x1FU : byte & 0x0FU;
        for (std::size_t n = 1; n < length; ++n)
            c = c << 6 | (static_cast<unsigned char>(folded[i + n]) & 0x3FU);
        if (c == 0xDF)
            loose += "ss";
        else if (c >= 0xE0 && c <= 0xFF && c != 0xF7)
            loose += latin1[c - 0xE0];
        else if (const char plain = plainLetter(c))
            loose += plain;
        else if (const unsigned same = plainGreekOrCyrillic(c); same != c) {
            loose += static_cast<char>(0xC0 | same >> 6);
            loose += static_cast<char>(0x80 | (same & 0x3F));
        } else if (!isMark(c))
            loose += folded.substr(i, length);
        i += length - 1;
    }
    return loose;
}

std::vector<std::string> searchWords(std::string_view utf8)
{
    std::istringstream stream(foldForSearch(utf8));
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool containsAllWords(std::string_view folded, const std::vector<std::string>& words)
{
    return std::ranges::all_of(
        words, [&](const std::string& word) { return folded.find(word) != folded.npos; });
}

} // namespace fovea

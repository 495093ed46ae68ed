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

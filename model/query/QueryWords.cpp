#include "model/query/QueryWords.h"

#include <cstdint>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace fovea {
namespace {

/// Negative where the bytes at `at` are not UTF-8. Moves `at` behind it.
UChar32 nextLetter(std::string_view text, std::int32_t& at)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    UChar32 code = 0;
    U8_NEXT(bytes, at, length, code);
    return code;
}

bool isChinese(UChar32 code)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(code, &status) == USCRIPT_HAN && u_isalpha(code);
}

/// All scripts are words, so that those nobody knows here are reported as not understood.
bool isOfWord(UChar32 code)
{
    return code >= 0 && (u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0);
}

void append(std::string& text, UChar32 code)
{
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, code);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// An "ö" of two code points is the one of the catalog.
void compose(std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    if (U_SUCCESS(status))
        nfc->normalizeUTF8(0, text, sink, nullptr, status);
    if (U_SUCCESS(status))
        text = std::move(composed);
}

} // namespace

std::vector<QueryWord> queryWords(std::string_view text)
{
    std::vector<QueryWord> words;
    bool broken = false;
    bool open = false; // the last word may go on
    for (std::int32_t at = 0; static_cast<std::size_t>(at) < text.size();) {
        const auto begin = static_cast<std::size_t>(at);
        const UChar32 code = nextLetter(text, at);
        if (isOfWord(code)) {
            const bool chinese = isChinese(code);
            if (chinese || !open) {
                words.push_back({{}, begin, begin, broken});
                broken = false;
            }
            append(words.back().text, u_tolower(code));
            words.back().end = static_cast<std::size_t>(at);
            open = !chinese;
        } else {
            open = false;
            broken = broken || (code != ' ' && code != '\t' && code != '-');
        }
    }
    for (QueryWord& word : words)
        compose(word.text);
    return words;
}

} // namespace fovea

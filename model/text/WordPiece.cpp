#include "model/text/WordPiece.h"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fovea {
namespace {

constexpr std::size_t longestWord = 100;

std::u32string fromUtf8(std::string_view utf8)
{
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    std::u32string out;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        out.push_back(static_cast<char32_t>(text.char32At(i)));
    return out;
}

icu::UnicodeString toIcu(std::u32string_view text)
{
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<std::int32_t>(text.size()));
}

std::string toUtf8(std::u32string_view text)
{
    std::string out;
    toIcu(text).toUTF8String(out);
    return out;
}

bool isWhitespace(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' ||
           u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

/// What Python's str.split() also splits at, beyond isWhitespace(), and cleaning leaves in.
bool isSeparator(char32_t c)
{
    return isWhitespace(c) || c == 0x2028 || c == 0x2029;
}

/// Every category C…: control, format, surrogate, private use, unassigned.
bool isControl(char32_t c)
{
    if (c == U'\t' || c == U'\n' || c == U'\r')
        return false;
    switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
        return true;
    default:
        return false;
    }
}

bool isPunctuation(char32_t c)
{
    if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
        (c >= 123 && c <= 126))
        return true;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

/// The blocks BERT calls Chinese; not Hangul, Hiragana or Katakana.
bool isCjk(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B73F) ||
           (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B820 && c <= 0x2CEAF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

std::u32string clean(std::u32string_view text)
{
    std::u32string out;
    for (const char32_t c : text) {
        if (c == 0 || c == 0xFFFD || isControl(c))
            continue;
        if (isWhitespace(c)) {
            out.push_back(U' ');
        } else if (isCjk(c)) {
            out.push_back(U' ');
            out.push_back(c);
            out.push_back(U' ');
        } else {
            out.push_back(c);
        }
    }
    return out;
}

/// Lower case of no particular language, then NFD without its non-spacing marks.
std::u32string fold(std::u32string_view word)
{
    icu::UnicodeString text = toIcu(word);
    text.toLower(icu::Locale::getRoot());
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_SUCCESS(status)) {
        const icu::UnicodeString decomposed = nfd->normalize(text, status);
        if (U_SUCCESS(status))
            text = decomposed;
    }
    std::u32string out;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK)
            out.push_back(static_cast<char32_t>(c));
    }
    return out;
}

template <typename Predicate, typename Take>
void forEachPart(std::u32string_view text, Predicate isBorder, Take take)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin;
        while (end < text.size() && !isBorder(text[end]))
            ++end;
        if (end > begin)
            take(text.substr(begin, end - begin));
        if (end < text.size())
            take(text.substr(end, 1));
        begin = end + 1;
    }
}

} // namespace

Result<WordPiece> WordPiece::create(std::string_view vocabulary)
{
    WordPiece piece;
    std::size_t begin = 0;
    while (begin < vocabulary.size()) {
        std::size_t end = vocabulary.find('\n', begin);
        if (end == std::string_view::npos)
            end = vocabulary.size();
        std::string token(vocabulary.substr(begin, end - begin));
        if (!token.empty() && token.back() == '\r')
            token.pop_back();
        // The last of equal lines counts, as in Python's dictionary.
        piece.m_ids[token] = static_cast<std::int64_t>(piece.m_size++);
        begin = end + 1;
    }
    for (const char* name : {"[UNK]", "[CLS]", "[SEP]"}) {
        if (!piece.m_ids.contains(name))
            return makeError(ErrorCode::VocabularyBroken, {std::string("no ") + name});
    }
    for (const char* name : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}) {
        if (piece.m_ids.contains(name))
            piece.m_special.emplace_back(fromUtf8(name), name);
    }
    piece.m_unknown = piece.m_ids.at("[UNK]");
    piece.m_start = piece.m_ids.at("[CLS]");
    piece.m_end = piece.m_ids.at("[SEP]");
    return piece;
}

std::int64_t WordPiece::id(const std::string& token) const
{
    const auto found = m_ids.find(token);
    return found == m_ids.end() ? m_unknown : found->second;
}

std::vector<std::string> WordPiece::tokenize(std::string_view utf8) const
{
    const std::u32string whole = fromUtf8(utf8);
    std::u32string_view rest = whole;
    std::vector<std::string> pieces;
    while (!rest.empty()) {
        std::size_t first = std::u32string_view::npos;
        const std::pair<std::u32string, std::string>* special = nullptr;
        for (const auto& candidate : m_special) {
            const std::size_t at = rest.find(candidate.first);
            if (at < first) {
                first = at;
                special = &candidate;
            }
        }
        tokenizeOrdinary(rest.substr(0, first), pieces);
        if (!special)
            break;
        pieces.push_back(special->second);
        rest.remove_prefix(first + special->first.size());
    }
    return pieces;
}

void WordPiece::tokenizeOrdinary(std::u32string_view text, std::vector<std::string>& pieces) const
{
    const std::u32string cleaned = clean(text);
    forEachPart(cleaned, isSeparator, [&](std::u32string_view word) {
        if (isSeparator(word.front()))
            return;
        forEachPart(fold(word), isPunctuation,
                    [&](std::u32string_view part) { splitWord(std::u32string(part), pieces); });
    });
}

void WordPiece::splitWord(const std::u32string& word, std::vector<std::string>& pieces) const
{
    if (word.size() > longestWord) {
        pieces.emplace_back("[UNK]");
        return;
    }
    std::vector<std::string> found;
    std::size_t begin = 0;
    while (begin < word.size()) {
        std::size_t end = word.size();
        std::string match;
        for (; end > begin; --end) {
            std::string candidate = (begin > 0 ? "##" : "") +
                                    toUtf8(std::u32string_view(word).substr(begin, end - begin));
            if (m_ids.contains(candidate)) {
                match = std::move(candidate);
                break;
            }
        }
        if (match.empty()) {
            pieces.emplace_back("[UNK]");
            return;
        }
        found.push_back(std::move(match));
        begin = end;
    }
    pieces.insert(pieces.end(), found.begin(), found.end());
}

std::vector<std::int64_t> WordPiece::encode(std::string_view utf8, std::size_t maxLength) const
{
    const std::size_t room = std::max<std::size_t>(maxLength, 2) - 2;
    std::vector<std::int64_t> ids{m_start};
    for (const std::string& token : tokenize(utf8)) {
        if (ids.size() > room)
            break;
        ids.push_back(id(token));
    }
    ids.push_back(m_end);
    return ids;
}

} // namespace fovea

#include "storage/anonymize/SafeText.h"

#include "AnonymizeTables.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <vector>

namespace fovea {

namespace {

bool isSeparator(char c)
{
    return c == ' ' || c == '_' || c == ',' || c == ';' || c == ':' || c == '/' || c == '(' ||
           c == ')' || c == '[' || c == ']' || c == '+' || c == '^' || c == '\\' || c == '=' ||
           c == '"' || static_cast<unsigned char>(c) < 0x20;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUnit(const std::string& word)
{
    static constexpr std::array<const char*, 9> units{"mm",  "cm", "kv", "kvp", "ma",
                                                      "mas", "ml", "s",  "sec"};
    return std::ranges::find(units, lower(word)) != units.end();
}

/// At most three digits, at most one point or comma with at most two digits behind it.
bool isSmallNumber(const std::string& word)
{
    const std::size_t point = word.find('.');
    const std::string whole = word.substr(0, point);
    const std::string part = point == std::string::npos ? "" : word.substr(point + 1);
    return !whole.empty() && whole.size() <= 3 && part.size() <= 2 &&
           std::ranges::all_of(whole + part, isDigit);
}

/// A number and its unit in one.
bool isMeasure(const std::string& word)
{
    const auto letter = std::ranges::find_if(word, isLetter);
    return isSmallNumber(std::string(word.begin(), letter)) &&
           isUnit(std::string(letter, word.end()));
}

bool isKernel(const std::string& word)
{
    std::size_t at = 0;
    while (at < word.size() && isLetter(word[at]))
        ++at;
    const std::size_t head = at;
    while (at < word.size() && isDigit(word[at]))
        ++at;
    const std::size_t digits = at - head;
    while (at < word.size() && word[at] >= 'a' && word[at] <= 'z')
        ++at;
    return head >= 1 && head <= 2 && digits == 2 && at - head - digits <= 1 && at == word.size();
}

struct Piece {
    std::string text;
    bool separator = false;
};

std::vector<Piece> piecesOf(const std::string& text)
{
    std::vector<Piece> pieces;
    for (const char c : text) {
        const bool separator = isSeparator(c);
        if (pieces.empty() || pieces.back().separator != separator)
            pieces.push_back({{}, separator});
        pieces.back().text += static_cast<unsigned char>(c) < 0x20 || c == '\\' ? ' ' : c;
    }
    return pieces;
}

} // namespace

SafeText::SafeText()
{
    std::istringstream lines(safeWordsText);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::istringstream words(line);
        for (std::string word; words >> word;)
            m_words.insert(word);
    }
}

void SafeText::forbid(const std::string& text)
{
    for (const Piece& piece : piecesOf(text)) {
        if (!piece.separator && piece.text.size() > 1)
            m_forbidden.insert(lower(piece.text));
    }
}

bool SafeText::mentionsForbidden(const std::string& text) const
{
    return std::ranges::any_of(piecesOf(text), [&](const Piece& piece) {
        return !piece.separator && m_forbidden.contains(lower(piece.text));
    });
}

std::string SafeText::cleaned(const std::string& text) const
{
    const std::vector<Piece> pieces = piecesOf(text);
    const auto word = [&](std::size_t i) {
        return i < pieces.size() ? pieces[i].text : std::string();
    };
    std::vector<bool> safe(pieces.size(), true);
    bool meaningful = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (piece.separator)
            continue;
        const bool forbidden = m_forbidden.contains(lower(piece.text));
        const bool known = m_words.contains(lower(piece.text));
        const bool unitFollows = isUnit(word(i + 2)) && isSmallNumber(piece.text);
        const bool unit = isUnit(piece.text) && i >= 2 && isSmallNumber(word(i - 2));
        const bool one = piece.text.size() == 1 && isDigit(piece.text[0]);
        safe[i] = !forbidden && (known || isMeasure(piece.text) || isKernel(piece.text) ||
                                 unitFollows || unit || one);
        meaningful |= safe[i] && known;
    }
    if (!meaningful)
        return {};
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (safe[i])
            out += pieces[i].text;
        else if (out.empty() || out.find_last_not_of(' ') == std::string::npos ||
                 out[out.find_last_not_of(' ')] != '*')
            out += '*';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

} // namespace fovea

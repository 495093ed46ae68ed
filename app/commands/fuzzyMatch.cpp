#include "app/commands/fuzzyMatch.h"

#include <QStringList>

#include <algorithm>

namespace fovea {

namespace {

constexpr int WordStart = 1000;
constexpr int Part = 600;
constexpr int Scattered = 300;

std::optional<int> scattered(const QString& word, const QString& text)
{
    qsizetype at = -1;
    qsizetype first = -1;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at + 1);
        if (at < 0)
            return std::nullopt;
        if (first < 0)
            first = at;
    }
    // Letters far from each other are rarely what was meant.
    const qsizetype gaps = at - first + 1 - word.size();
    return std::max<int>(1, Scattered - 10 * int(gaps));
}

std::optional<int> scoreOf(const QString& word, const QString& text)
{
    qsizetype at = text.indexOf(word);
    if (at < 0)
        return scattered(word, text);
    for (; at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return WordStart;
    }
    return Part;
}

} // namespace

std::optional<int> fuzzyMatch(const QString& query, const QString& text)
{
    const QString folded = text.toCaseFolded();
    int total = 0;
    for (const QString& word : query.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto score = scoreOf(word, folded);
        if (!score)
            return std::nullopt;
        total += *score;
    }
    return total;
}

} // namespace fovea

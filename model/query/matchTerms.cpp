#include "model/query/matchTerms.h"

#include <algorithm>
#include <string_view>

namespace fovea {
namespace {

bool fits(std::string_view pattern, std::string_view word)
{
    if (!pattern.ends_with('*'))
        return pattern == word;
    pattern.remove_suffix(1);
    return word.starts_with(pattern);
}

bool matchesAt(const QueryTerm& term, const std::vector<QueryWord>& words, std::size_t at)
{
    if (at + term.words.size() > words.size())
        return false;
    for (std::size_t i = 0; i < term.words.size(); ++i) {
        if ((i > 0 && words[at + i].afterBreak) || !fits(term.words[i], words[at + i].text))
            return false;
    }
    return true;
}

auto stars(const QueryTerm& term)
{
    return std::ranges::count_if(term.words, [](const auto& word) { return word.ends_with('*'); });
}

std::size_t letters(const QueryTerm& term)
{
    std::size_t count = 0;
    for (const std::string& word : term.words)
        count += word.size();
    return count;
}

bool better(const QueryTerm& a, const QueryTerm& b)
{
    if (a.words.size() != b.words.size())
        return a.words.size() > b.words.size();
    return stars(a) != stars(b) ? stars(a) < stars(b) : letters(a) > letters(b);
}

} // namespace

std::vector<MatchedWords> matchTerms(const std::vector<QueryWord>& words,
                                     const QueryCatalog& catalog)
{
    std::vector<MatchedWords> matches;
    for (std::size_t at = 0; at < words.size(); at = matches.back().end) {
        const QueryTerm* best = nullptr;
        for (const QueryTerm& term : catalog.terms) {
            if (matchesAt(term, words, at) && (best == nullptr || better(term, *best)))
                best = &term;
        }
        matches.push_back({best, at, at + (best == nullptr ? 1 : best->words.size())});
    }
    return matches;
}

} // namespace fovea

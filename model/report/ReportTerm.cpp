#include "model/report/ReportTerm.h"

#include <algorithm>
#include <charconv>

namespace fovea {

std::optional<ReportTerm> ReportTerm::compile(std::string_view spelling)
{
    std::string text = lowerCase(spelling);
    std::ranges::replace(text, '-', ' ');
    ReportTerm term;
    std::size_t gap = 0;
    bool gapOpen = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        std::string_view word(text.data() + at, end - at);
        at = end + 1;
        if (word.empty())
            continue;
        if (word[0] == '~') {
            const auto [stop, error] =
                std::from_chars(word.data() + 1, word.data() + word.size(), gap);
            if (error != std::errc() || stop != word.data() + word.size() || term.m_parts.empty())
                return std::nullopt;
            gapOpen = true;
            continue;
        }
        Part part;
        part.gap = gap;
        gap = 0;
        gapOpen = false;
        while (true) {
            const std::size_t bar = std::min(word.find('|'), word.size());
            std::string_view one = word.substr(0, bar);
            const bool prefix = !one.empty() && one.back() == '*';
            if (prefix)
                one.remove_suffix(1);
            if (one.empty())
                return std::nullopt;
            part.spellings.push_back({std::string(one), prefix});
            if (bar == word.size())
                break;
            word.remove_prefix(bar + 1);
        }
        term.m_parts.push_back(std::move(part));
    }
    if (term.m_parts.empty() || gapOpen)
        return std::nullopt;
    return term;
}

bool ReportTerm::fits(const Part& part, const std::string& word)
{
    return std::ranges::any_of(part.spellings, [&word](const Spelling& s) {
        return s.prefix ? word.starts_with(s.text) : word == s.text;
    });
}

std::optional<std::size_t> ReportTerm::matchFrom(const std::vector<ReportWord>& words,
                                                 std::size_t at, std::size_t part) const
{
    if (part == m_parts.size())
        return at;
    for (std::size_t skipped = 0; skipped <= m_parts[part].gap; ++skipped, ++at) {
        if (at >= words.size() || (part > 0 && words[at].afterBreak))
            return std::nullopt;
        if (fits(m_parts[part], words[at].text)) {
            if (const auto end = matchFrom(words, at + 1, part + 1))
                return end;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ReportTerm::matchAt(const std::vector<ReportWord>& words,
                                               std::size_t first) const
{
    return matchFrom(words, first, 0);
}

std::optional<WordRange> termAt(const std::vector<ReportTerm>& terms,
                                const std::vector<ReportWord>& words, std::size_t first)
{
    std::optional<WordRange> longest;
    for (const ReportTerm& term : terms) {
        if (const auto end = term.matchAt(words, first)) {
            if (!longest || *end > longest->end)
                longest = WordRange{first, *end};
        }
    }
    return longest;
}

std::vector<WordRange> findTerms(const std::vector<ReportTerm>& terms,
                                 const std::vector<ReportWord>& words)
{
    std::vector<WordRange> ranges;
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (const ReportTerm& term : terms) {
            if (const auto end = term.matchAt(words, first))
                ranges.push_back({first, *end});
        }
    }
    return ranges;
}

bool hasTerm(const std::vector<ReportTerm>& terms, const std::vector<ReportWord>& words)
{
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (termAt(terms, words, first))
            return true;
    }
    return false;
}

std::vector<bool> covered(const std::vector<WordRange>& ranges, std::size_t count)
{
    std::vector<bool> in(count, false);
    for (const WordRange& range : ranges)
        std::fill(in.begin() + static_cast<std::ptrdiff_t>(range.begin),
                  in.begin() + static_cast<std::ptrdiff_t>(range.end), true);
    return in;
}

} // namespace fovea

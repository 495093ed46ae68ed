#include "model/report/Negation.h"

#include <algorithm>

namespace fovea {

namespace {

bool overlaps(const std::vector<bool>& taken, const WordRange& range)
{
    for (std::size_t n = range.begin; n < range.end; ++n) {
        if (taken[n])
            return true;
    }
    return false;
}

/// The clause [.., end) that ends at a comma asserts something.
bool clauseAsserts(const std::vector<ReportWord>& words, std::size_t end,
                   const std::vector<WordRange>& asserted, const std::vector<bool>& seeming)
{
    std::size_t begin = end;
    do {
        --begin;
    } while (begin > 0 && !words[begin].afterComma && !words[begin].afterBreak);
    return std::ranges::any_of(asserted, [&](const WordRange& range) {
        return range.begin >= begin && range.end <= end && !overlaps(seeming, range);
    });
}

} // namespace

std::vector<bool> negatedWords(const std::vector<ReportWord>& words, const NegationRules& rules)
{
    const std::size_t count = words.size();
    std::vector<bool> negated(count, false);
    const std::vector<bool> seeming = covered(findTerms(rules.seeming, words), count);
    const std::vector<WordRange> asserted = findTerms(rules.asserted, words);
    std::vector<bool> assertedBegins(count, false);
    for (const WordRange& range : asserted)
        assertedBegins[range.begin] = true;
    std::vector<bool> endBegins(count, false);
    std::vector<bool> endStops(count + 1, false);
    for (const WordRange& range : findTerms(rules.ends, words)) {
        endBegins[range.begin] = true;
        endStops[range.end] = true;
    }

    for (std::size_t n = 0; n < count; ++n) {
        const auto before = termAt(rules.before, words, n);
        if (!before || overlaps(seeming, *before))
            continue;
        // "No effusion, consolidation or mass was seen": one verb for all of them, at the end.
        bool spoken = false;
        for (std::size_t at = before->end; at < count; ++at) {
            if (endBegins[at] || words[at].afterBreak ||
                (words[at].afterComma && (spoken || termAt(rules.openers, words, at))))
                break;
            negated[at] = true;
            spoken = spoken || assertedBegins[at];
        }
    }
    for (std::size_t n = 0; n < count; ++n) {
        const auto after = termAt(rules.after, words, n);
        if (!after || overlaps(seeming, *after))
            continue;
        for (std::size_t at = n; at > 0 && !endStops[at]; --at) {
            // "Pleural effusion: not seen": a break right before the trigger is no border.
            if (at < n && (words[at].afterBreak ||
                           (words[at].afterComma && clauseAsserts(words, at, asserted, seeming))))
                break;
            negated[at - 1] = true;
        }
    }
    return negated;
}

} // namespace fovea

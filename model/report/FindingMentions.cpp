#include "model/report/FindingMentions.h"

#include <algorithm>

namespace fovea {

namespace {

bool anyIn(const std::vector<bool>& flags, const WordRange& range)
{
    const auto at = flags.begin() + static_cast<std::ptrdiff_t>(range.begin);
    return std::any_of(at, at + static_cast<std::ptrdiff_t>(range.end - range.begin),
                       [](bool set) { return set; });
}

} // namespace

std::vector<std::string> namedAnatomies(const std::vector<ReportWord>& words,
                                        const ReportRules& rules)
{
    std::vector<std::string> named;
    for (const AnatomyRule& rule : rules.anatomies) {
        const std::vector<bool> ignored = covered(findTerms(rule.ignored, words), words.size());
        const std::vector<WordRange> found = findTerms(rule.terms, words);
        if (std::ranges::any_of(found,
                                [&](const WordRange& range) { return !anyIn(ignored, range); }))
            named.push_back(rule.anatomyId);
    }
    return named;
}

std::vector<FindingMention> findingMentions(const std::vector<ReportWord>& words,
                                            const std::vector<bool>& negated,
                                            const std::vector<std::string>& organs,
                                            const ReportRules& rules)
{
    std::vector<FindingMention> mentions;
    for (const FindingRule& rule : rules.findings) {
        if (rule.bound && !organs.empty() &&
            std::ranges::find(organs, rule.anatomyId) == organs.end())
            continue;
        std::vector<WordRange> found = findTerms(rule.terms, words);
        const std::vector<bool> ignored = covered(findTerms(rule.ignored, words), words.size());
        std::erase_if(found, [&](const WordRange& range) { return anyIn(ignored, range); });
        if (found.empty() || hasTerm(rule.unless, words))
            continue;
        const bool absent = std::ranges::all_of(
            found, [&](const WordRange& range) { return anyIn(negated, range); });
        mentions.push_back({rule.findingId, rule.anatomyId, absent});
    }
    return mentions;
}

} // namespace fovea

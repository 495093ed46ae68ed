#include "model/report/DecomposeReport.h"

#include "model/report/Negation.h"

#include <algorithm>

namespace fovea {

namespace {

using Names = std::vector<std::string>;

bool contains(const Names& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

void addOnce(Names& names, const std::string& name)
{
    if (!name.empty() && !contains(names, name))
        names.push_back(name);
}

// Words of a sentence that is looked at for clauses. Real ones stay far below; in what is no report
// at all, looking would take time that grows with the square.
constexpr std::size_t LongestSplit = 400;

/// Words [begin, end) of a sentence.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Sentence {
public:
    Sentence(const std::string& text, const ReportRules& rules)
        : m_text(text)
        , m_rules(rules)
        , m_words(wordsOf(text))
        , m_negated(negatedWords(m_words, rules.negation))
    {
    }

    /// Its clauses, or itself as the only one.
    std::vector<Span> clauses() const
    {
        if (m_words.size() > LongestSplit)
            return {Span{0, m_words.size()}};
        std::vector<Span> parts;
        Span current{0, 0};
        for (std::size_t n = 1; n <= m_words.size(); ++n) {
            if (n < m_words.size() && !m_words[n].afterComma && !semicolonBefore(n))
                continue;
            const Span next{current.end, n};
            if (current.end > 0 && standsAlone(current, next)) {
                parts.push_back(current);
                current = next;
            } else {
                current.end = n;
            }
        }
        if (current.end > current.begin)
            parts.push_back(current);
        return parts;
    }

    std::vector<ReportWord> words(const Span& span) const
    {
        return {m_words.begin() + static_cast<std::ptrdiff_t>(span.begin),
                m_words.begin() + static_cast<std::ptrdiff_t>(span.end)};
    }

    Names organs(const Span& span) const { return namedAnatomies(words(span), m_rules); }

    std::vector<FindingMention> mentions(const Span& span, const Names& organs) const
    {
        const std::vector<bool> negated(m_negated.begin() + static_cast<std::ptrdiff_t>(span.begin),
                                        m_negated.begin() + static_cast<std::ptrdiff_t>(span.end));
        return findingMentions(words(span), negated, organs, m_rules);
    }

    bool goesOn(const Span& span) const
    {
        return termAt(m_rules.continuations, words(span), 0).has_value();
    }

    std::string text(const Span& span) const
    {
        const std::size_t begin = span.begin == 0 ? 0 : m_words[span.begin].begin;
        const std::size_t end =
            span.end == m_words.size() ? m_text.size() : m_words[span.end].begin;
        std::string_view part = trimmed(std::string_view(m_text).substr(begin, end - begin));
        while (span.end < m_words.size() && !part.empty() &&
               (part.back() == ',' || part.back() == ';'))
            part = trimmed(part.substr(0, part.size() - 1));
        return std::string(part);
    }

private:
    bool semicolonBefore(std::size_t n) const
    {
        return m_words[n].afterBreak &&
               m_text.substr(m_words[n - 1].end, m_words[n].begin - m_words[n - 1].end).find(';') !=
                   std::string::npos;
    }

    Names subjects(const Span& span) const
    {
        Names names = organs(span);
        for (const FindingMention& mention : mentions(span, names))
            addOnce(names, mention.anatomyId);
        return names;
    }

    /// Both speak of organs of their own, and each is a statement: with a verb, or, in the style
    /// of lists without verbs, with a finding. A negation that spans both keeps them together.
    bool standsAlone(const Span& left, const Span& right) const
    {
        const Names leftNames = subjects(left);
        const Names rightNames = subjects(right);
        if (leftNames.empty() || rightNames.empty() || leftNames == rightNames)
            return false;
        if (m_negated[right.begin - 1] && m_negated[right.begin])
            return false;
        const bool leftVerb = hasTerm(m_rules.predicates, words(left));
        const bool rightVerb = hasTerm(m_rules.predicates, words(right));
        if (leftVerb != rightVerb)
            return false;
        return leftVerb ||
               (!mentions(left, leftNames).empty() && !mentions(right, rightNames).empty());
    }

    const std::string& m_text;
    const ReportRules& m_rules;
    std::vector<ReportWord> m_words;
    std::vector<bool> m_negated;
};

std::vector<ReportClause> clausesOf(const std::vector<SectionSentence>& sentences,
                                    const ReportRules& rules)
{
    std::vector<ReportClause> clauses;
    for (const SectionSentence& one : sentences) {
        if (one.section == ReportSection::Other)
            continue;
        const Sentence sentence(one.text, rules);
        for (const Span& span : sentence.clauses()) {
            Names organs = sentence.organs(span);
            if (organs.empty() && !clauses.empty() && clauses.back().section == one.section &&
                sentence.goesOn(span))
                organs = clauses.back().anatomyIds;
            ReportClause clause{one.section, sentence.text(span), organs,
                                sentence.mentions(span, organs)};
            for (const FindingMention& mention : clause.mentions)
                addOnce(clause.anatomyIds, mention.anatomyId);
            clauses.push_back(std::move(clause));
        }
    }
    return clauses;
}

AnatomyReport anatomyReport(const std::string& id, const std::vector<ReportClause>& clauses,
                            bool hasImpression)
{
    AnatomyReport report;
    report.anatomyId = id;
    for (const ReportClause& clause : clauses) {
        if (!contains(clause.anatomyIds, id))
            continue;
        (clause.section == ReportSection::Findings ? report.findings : report.impression)
            .push_back(clause.text);
        for (const FindingMention& mention : clause.mentions) {
            if (mention.anatomyId == id)
                addOnce(mention.negated ? report.negated : report.asserted, mention.findingId);
        }
    }
    std::erase_if(report.negated,
                  [&](const std::string& finding) { return contains(report.asserted, finding); });
    report.normal = hasImpression ? report.impression.empty() : report.asserted.empty();
    return report;
}

void append(std::string& text, const std::string& sentence)
{
    text += (text.empty() ? "" : " ") + sentence;
}

} // namespace

std::string AnatomyReport::text() const
{
    std::string all;
    for (const Names* sentences : {&findings, &impression}) {
        for (const std::string& sentence : *sentences) {
            append(all, sentence);
            if (all.back() != '.')
                all += '.';
        }
    }
    return all;
}

const AnatomyReport* DecomposedReport::anatomy(std::string_view id) const
{
    const auto found = std::ranges::find(anatomies, id, &AnatomyReport::anatomyId);
    return found == anatomies.end() ? nullptr : &*found;
}

bool DecomposedReport::asserts(std::string_view findingId) const
{
    return std::ranges::any_of(clauses, [findingId](const ReportClause& clause) {
        return std::ranges::any_of(clause.mentions, [findingId](const FindingMention& mention) {
            return mention.findingId == findingId && !mention.negated;
        });
    });
}

bool DecomposedReport::negates(std::string_view findingId) const
{
    return !asserts(findingId) &&
           std::ranges::any_of(clauses, [findingId](const ReportClause& clause) {
               return std::ranges::find(clause.mentions, findingId, &FindingMention::findingId) !=
                      clause.mentions.end();
           });
}

DecomposedReport decomposeReport(std::string_view text, const ReportRules& rules)
{
    DecomposedReport report;
    const std::vector<SectionSentence> sentences = sectionSentences(text, rules);
    for (const SectionSentence& sentence : sentences) {
        if (sentence.section == ReportSection::Findings)
            append(report.findings, sentence.text);
        else if (sentence.section == ReportSection::Impression)
            append(report.impression, sentence.text);
    }
    report.hasImpression = !report.impression.empty();
    report.clauses = clausesOf(sentences, rules);
    for (const AnatomyRule& rule : rules.anatomies) {
        AnatomyReport anatomy = anatomyReport(rule.anatomyId, report.clauses, report.hasImpression);
        if (!anatomy.findings.empty() || !anatomy.impression.empty())
            report.anatomies.push_back(std::move(anatomy));
    }
    return report;
}

} // namespace fovea

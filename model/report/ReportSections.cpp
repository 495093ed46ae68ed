#include "model/report/ReportSections.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fovea {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Bytes of "1. ", "2) " or "- " at the start of an item, or 0.
std::size_t itemMark(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at > 0 && at <= 2 && at < text.size() && (text[at] == '.' || text[at] == ')'))
        ++at;
    else if (at == 0 && !text.empty() && (text[0] == '-' || text[0] == '*'))
        at = 1;
    else
        return 0;
    return at < text.size() && isBlank(text[at]) ? at : 0;
}

class Splitter {
public:
    Splitter(std::string_view report, const ReportRules& rules)
        : m_text(report)
        , m_rules(rules)
    {
    }

    std::vector<SectionSentence> split()
    {
        while (m_at < m_text.size()) {
            if (atStart() && (takeHeading() || takeItemMark()))
                continue;
            if (takeSeparator() || takeLineEnd())
                continue;
            const char c = m_text[m_at];
            m_current += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
            ++m_at;
            if ((c == '.' || c == '?' || c == '!') && endsHere())
                finish();
        }
        finish();
        // Without a heading of the findings, what another heading announces is its first sentence.
        for (std::size_t n = 0; n < m_sentences.size() && !m_findingsHeaded; ++n) {
            if (m_sentences[n].section == ReportSection::Other && !m_announced[n])
                m_sentences[n].section = ReportSection::Findings;
        }
        return std::move(m_sentences);
    }

private:
    bool atStart() const { return trimmed(m_current).empty(); }

    void finish()
    {
        const std::string_view text = trimmed(m_current);
        if (text.find_first_not_of(".,;:?!- ") != std::string_view::npos) {
            m_sentences.push_back({m_section, std::string(text)});
            m_announced.push_back(std::exchange(m_afterHeading, false));
        }
        m_current.clear();
    }

    bool endsHere() const
    {
        // What closes a parenthesis or a quote after a mark belongs to the sentence.
        if (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != '"' &&
            !startsWithSeparator(m_at))
            return false;
        if (m_current.back() != '.')
            return !withinParenthesis();
        const std::size_t blank = m_current.find_last_of(" (");
        const std::string word = lowerCase(
            std::string_view(m_current).substr(blank == std::string::npos ? 0 : blank + 1));
        const std::string_view bare(word.data(), word.size() - 1);
        return std::ranges::find(m_rules.abbreviations, bare) == m_rules.abbreviations.end();
    }

    bool withinParenthesis() const
    {
        return std::ranges::count(m_current, '(') > std::ranges::count(m_current, ')');
    }

    std::optional<std::size_t> separatorAt(std::size_t at) const
    {
        for (const std::string& mark : m_rules.separators) {
            if (m_text.substr(at).starts_with(mark))
                return mark.size();
        }
        return std::nullopt;
    }
    bool startsWithSeparator(std::size_t at) const { return separatorAt(at).has_value(); }

    bool takeSeparator()
    {
        const auto length = separatorAt(m_at);
        if (!length)
            return false;
        finish();
        m_at += *length;
        if (!m_headed && m_section != ReportSection::Impression && !m_sentences.empty())
            m_section = ReportSection::Impression;
        return true;
    }

    bool takeLineEnd()
    {
        if (m_text[m_at] != '\n')
            return false;
        std::size_t next = m_at + 1;
        while (next < m_text.size() &&
               (m_text[next] == ' ' || m_text[next] == '\t' || m_text[next] == '\r'))
            ++next;
        const bool ends = next >= m_text.size() || m_text[next] == '\n' ||
                          itemMark(m_text.substr(next)) > 0 || headingAt(next).has_value();
        if (ends)
            finish();
        else
            m_current += ' ';
        m_at = next;
        return true;
    }

    bool takeItemMark()
    {
        const std::size_t length = itemMark(m_text.substr(m_at));
        m_at += length;
        return length > 0;
    }

    struct Heading {
        std::size_t length = 0;
        ReportSection section = ReportSection::Other;
    };

    std::optional<Heading> headingAt(std::size_t at) const
    {
        std::optional<Heading> found;
        const auto seek = [&](const std::vector<std::string>& names, ReportSection section) {
            for (const std::string& name : names) {
                if (found && name.size() <= found->length)
                    continue;
                if (lowerCase(m_text.substr(at, name.size())) != name)
                    continue;
                std::size_t end = at + name.size();
                while (end < m_text.size() && (m_text[end] == ' ' || m_text[end] == '\r'))
                    ++end;
                const bool colon = end < m_text.size() && m_text[end] == ':';
                const bool alone = lineStart(at) && (end == m_text.size() || m_text[end] == '\n');
                if (colon || alone)
                    found = Heading{end + (colon ? 1 : 0) - at, section};
            }
        };
        seek(m_rules.findingsHeadings, ReportSection::Findings);
        seek(m_rules.impressionHeadings, ReportSection::Impression);
        seek(m_rules.otherHeadings, ReportSection::Other);
        return found;
    }

    bool lineStart(std::size_t at) const
    {
        while (at > 0 && (m_text[at - 1] == ' ' || m_text[at - 1] == '\t'))
            --at;
        return at == 0 || m_text[at - 1] == '\n';
    }

    bool takeHeading()
    {
        const auto heading = headingAt(m_at);
        if (!heading)
            return false;
        finish();
        m_at += heading->length;
        m_section = heading->section;
        // With an impression announced by name, a separator is only a list's mark.
        m_headed = m_headed || heading->section != ReportSection::Other;
        m_findingsHeaded = m_findingsHeaded || heading->section == ReportSection::Findings;
        m_afterHeading = true;
        return true;
    }

    std::string_view m_text;
    const ReportRules& m_rules;
    std::size_t m_at = 0;
    std::string m_current;
    ReportSection m_section = ReportSection::Findings;
    bool m_headed = false;
    bool m_findingsHeaded = false;
    bool m_afterHeading = false;
    std::vector<bool> m_announced; ///< Per sentence: the first after a heading.
    std::vector<SectionSentence> m_sentences;
};

} // namespace

std::vector<SectionSentence> sectionSentences(std::string_view report, const ReportRules& rules)
{
    return Splitter(report, rules).split();
}

} // namespace fovea

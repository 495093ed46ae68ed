#include "storage/FindingSearch.h"

#include "storage/SearchText.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

namespace fovea {

namespace {

bool hasAll(const std::string& text, const std::vector<std::string>& words)
{
    return containsAllWords(text, words);
}

struct Comparison {
    std::string_view typed;
    std::string_view word; ///< What searchWords() leaves as it is.
    const char* sql;
};

// The longer ones first.
constexpr Comparison comparisons[] = {
    {">=", "≥", ">="}, {"<=", "≤", "<="}, {"≥", "≥", ">="},
    {"≤", "≤", "<="},  {">", ">", ">"},   {"<", "<", "<"},
};

/// "nodule>0.8" as "nodule > 0.8".
std::string spaced(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto found = std::ranges::find_if(
            comparisons, [&](const Comparison& one) { return text.starts_with(one.typed); });
        if (found == std::end(comparisons)) {
            out += text.front();
            text.remove_prefix(1);
        } else {
            out.append(" ").append(found->word).append(" ");
            text.remove_prefix(found->typed.size());
        }
    }
    return out;
}

/// SQL's name of it; null: another word.
const char* comparisonOf(const std::string& word)
{
    const auto found = std::ranges::find(comparisons, word, &Comparison::word);
    return found == std::end(comparisons) ? nullptr : found->sql;
}

/// Also with a decimal comma, as many write it.
bool readNumber(std::string word, double& value)
{
    std::ranges::replace(word, ',', '.');
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size();
}

} // namespace

FindingSearch::FindingSearch(const ArchiveConnection& connection, const FindingNames& names)
    : m_connection(connection)
{
    // From kind to kind along the index: there are a hundred, and hundreds of thousands of rows.
    // In two steps, because SQLite goes through a whole anatomy for (anatomy, finding) > (?, ?).
    Statement nextFinding(connection.get(),
                          "SELECT anatomy, finding, name FROM findings INDEXED BY "
                          "findings_by_score WHERE anatomy = ? AND finding > ? "
                          "ORDER BY finding LIMIT 1");
    Statement nextAnatomy(connection.get(),
                          "SELECT anatomy, finding, name FROM findings INDEXED BY "
                          "findings_by_score WHERE anatomy > ? ORDER BY anatomy, finding LIMIT 1");
    std::string anatomy;
    std::string finding;
    std::string name;
    const auto advanced = [&](Statement::Run&& run) {
        if (!run.step())
            return false;
        anatomy = run.text(0);
        finding = run.text(1);
        name = run.text(2);
        return true;
    };
    while (advanced(Statement::Run(nextFinding, anatomy, finding)) ||
           advanced(Statement::Run(nextAnatomy, anatomy)))
        addKind(anatomy, finding, name, names);
}

void FindingSearch::addKind(const std::string& anatomy, const std::string& finding,
                            const std::string& name, const FindingNames& names)
{
    const auto loose = [](std::string text) {
        text = looseForSearch(foldForSearch(text));
        std::ranges::replace(text, '_', ' ');
        return text;
    };
    Kind kind{anatomy, finding, loose(finding + ' ' + name), {}};
    if (names.finding)
        kind.findingText += ' ' + loose(names.finding(finding, name));
    kind.text = kind.findingText + ' ' + loose(anatomy);
    if (names.anatomy)
        kind.text += ' ' + loose(names.anatomy(anatomy));
    m_kinds.push_back(std::move(kind));
}

bool FindingSearch::anyHas(const std::vector<std::string>& words) const
{
    return std::ranges::any_of(m_kinds, [&](const Kind& kind) { return hasAll(kind.text, words); });
}

StudySearch FindingSearch::takenApart(const std::string& text) const
{
    StudySearch search;
    const std::vector<std::string> words = searchWords(spaced(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char* comparison = comparisonOf(words[i]);
        if (!comparison)
            search.words.push_back(looseForSearch(words[i]));
        if (!comparison || search.words.empty())
            continue;
        FindingCondition condition;
        condition.comparison = comparison;
        // Still being typed: no condition yet, but its words are looked for.
        if (i + 1 == words.size() || !readNumber(words[i + 1], condition.score))
            continue;
        ++i;
        do {
            condition.words.insert(condition.words.begin(), search.words.back());
            search.words.pop_back();
            if (search.words.empty())
                break;
            std::vector<std::string> more = condition.words;
            more.push_back(search.words.back());
            if (!anyHas(more))
                break;
        } while (true);
        search.conditions.push_back(std::move(condition));
    }
    return search;
}

void FindingSearch::readNewest()
{
    if (std::exchange(m_newestRead, true))
        return;
    // By id, which only grows; clocks do not.
    Statement newest(m_connection.get(),
                     "SELECT MAX(a.id), r.study FROM analyses a JOIN series r ON r.id = a.series "
                     "GROUP BY r.study");
    for (Statement::Run run(newest); run.step();)
        m_newest.emplace_back(run.integer(0), run.integer(1));
    std::ranges::sort(m_newest);
}

std::unordered_set<std::int64_t> FindingSearch::studiesWith(const FindingCondition& condition)
{
    readNewest();
    std::unordered_set<std::int64_t> studies;
    // One of the four comparisons, never what was typed.
    Statement rows(
        m_connection.get(),
        (std::string(
             "SELECT analysis FROM findings INDEXED BY findings_by_score WHERE anatomy = ?1 "
             "AND finding = ?2 AND score ") +
         condition.comparison + " ?3")
            .c_str());
    for (const Kind& kind : m_kinds) {
        if (!hasAll(kind.text, condition.words))
            continue;
        Statement::Run run(rows, kind.anatomy, kind.finding, condition.score);
        while (run.step()) {
            const std::pair<std::int64_t, std::int64_t> from{run.integer(0), 0};
            const auto found = std::ranges::lower_bound(m_newest, from);
            if (found != m_newest.end() && found->first == from.first)
                studies.insert(found->second);
        }
    }
    return studies;
}

std::unordered_set<std::int64_t> FindingSearch::studiesWith(const std::string& word)
{
    constexpr std::size_t shortest = 3; // "an" is in every other name.
    std::unordered_set<std::int64_t> studies;
    if (word.size() < shortest)
        return studies;
    Statement rows(m_connection.get(),
                   "SELECT analysis FROM findings INDEXED BY findings_present WHERE anatomy = ?1 "
                   "AND finding = ?2 AND score > threshold");
    for (const Kind& kind : m_kinds) {
        if (kind.findingText.find(word) == kind.findingText.npos)
            continue;
        readNewest();
        Statement::Run run(rows, kind.anatomy, kind.finding);
        while (run.step()) {
            const std::pair<std::int64_t, std::int64_t> from{run.integer(0), 0};
            const auto found = std::ranges::lower_bound(m_newest, from);
            if (found != m_newest.end() && found->first == from.first)
                studies.insert(found->second);
        }
    }
    return studies;
}

} // namespace fovea

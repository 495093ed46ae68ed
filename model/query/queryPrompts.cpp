#include "model/query/queryPrompts.h"

#include <algorithm>

namespace fovea {
namespace {

std::string joined(const std::string& first, const std::string& glue, const std::string& second)
{
    return first.empty() || second.empty() ? first + second : first + glue + second;
}

/// English of all chips of a kind, one after the other.
std::string englishOf(const UnderstoodQuery& query, QueryTermKind kind)
{
    std::string text;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind == kind)
            text = joined(text, " ", chip.english);
    }
    return text;
}

/// Of one side: "left kidney", not "left kidneys".
bool isOneSided(const UnderstoodQuery& query)
{
    const auto isSide = [](const QueryChip& chip) { return chip.kind == QueryTermKind::Side; };
    const auto side = std::ranges::find_if(query.chips, isSide);
    return std::ranges::count_if(query.chips, isSide) == 1 && side->id != "bilateral";
}

std::string anatomyOf(const UnderstoodQuery& query, const QueryCatalog& catalog)
{
    std::string text;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind != QueryTermKind::Anatomy)
            continue;
        const QueryConcept* known = catalog.find(chip.kind, chip.id);
        const bool one = known != nullptr && !known->one.empty() && isOneSided(query);
        text = joined(text, " ", one ? known->one : chip.english);
    }
    return text;
}

/// "pleural effusion and consolidation" of those that are there, or of those that are not.
std::string signsOf(const UnderstoodQuery& query, bool negated, const char* glue)
{
    std::string text;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind == QueryTermKind::Sign && chip.negated == negated)
            text = joined(text, glue, chip.english);
    }
    return text;
}

/// A sign that the catalog does not know in the anatomy named says nothing of where it is.
std::string whereUnplaced(const UnderstoodQuery& query, const QueryCatalog& catalog)
{
    const bool unplaced = std::ranges::any_of(query.chips, [](const QueryChip& chip) {
        return chip.kind == QueryTermKind::Sign && chip.anatomyId.empty();
    });
    return unplaced ? anatomyOf(query, catalog) : std::string();
}

/// "small left pleural effusion", "consolidation in the left lower lobe", "stone of the left
/// kidney", "normal heart".
std::string subjectOf(const UnderstoodQuery& query, bool negated, const QueryCatalog& catalog)
{
    const std::string side = englishOf(query, QueryTermKind::Side);
    const std::string place = englishOf(query, QueryTermKind::Place);
    const std::string degree = englishOf(query, QueryTermKind::Degree);
    const std::string signs = signsOf(query, negated, negated ? " or " : " and ");
    std::string text;
    if (signs.empty()) {
        const std::string whole = place.empty() ? anatomyOf(query, catalog) : place;
        text = joined(englishOf(query, QueryTermKind::Normal), " ",
                      joined(degree, " ", joined(side, " ", whole)));
    } else if (!place.empty()) {
        text = joined(degree, " ", signs) + " in the " + joined(side, " ", place);
    } else if (const std::string where = whereUnplaced(query, catalog); !where.empty()) {
        text = joined(degree, " ", signs) + " of the " + joined(side, " ", where);
    } else {
        text = joined(degree, " ", joined(side, " ", signs));
    }
    const std::string absent = signsOf(query, true, " or ");
    if (!negated && !signs.empty() && !absent.empty())
        text += " without " + absent;
    return text;
}

std::string sentence(std::string pattern, const std::string& subject)
{
    if (const std::size_t place = pattern.find("{}"); place != std::string::npos)
        pattern.replace(place, 2, subject);
    if (!pattern.empty() && pattern[0] >= 'a' && pattern[0] <= 'z')
        pattern[0] = static_cast<char>(pattern[0] - 'a' + 'A');
    return pattern;
}

} // namespace

void addPrompts(UnderstoodQuery& query, std::string_view text, const QueryCatalog& catalog)
{
    const auto isSign = [](bool negated) {
        return [negated](const QueryChip& chip) {
            return chip.kind == QueryTermKind::Sign && chip.negated == negated;
        };
    };
    query.negated = std::ranges::any_of(query.chips, isSign(true)) &&
                    std::ranges::none_of(query.chips, isSign(false));
    query.subject = subjectOf(query, query.negated, catalog);
    std::vector<std::string> present;
    std::vector<std::string> absent;
    for (const std::string& pattern : catalog.presentSentences)
        present.push_back(sentence(pattern, query.subject));
    for (const std::string& pattern : catalog.absentSentences)
        absent.push_back(sentence(pattern, query.subject));
    query.prompts = query.negated ? absent : present;
    query.contrary = query.negated ? present : absent;

    const bool english =
        std::ranges::all_of(query.chips, [](const QueryChip& c) { return c.language == "en"; });
    if (!query.unknown.empty() && english)
        query.prompts.insert(query.prompts.begin(), std::string(text));
}

} // namespace fovea

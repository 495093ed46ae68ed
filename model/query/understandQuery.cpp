#include "model/query/understandQuery.h"

#include "model/query/matchTerms.h"
#include "model/query/queryPrompts.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace fovea {
namespace {

/// Chips and the words that are none, in the question's order; signs are not yet in an anatomy.
UnderstoodQuery chipsOf(const std::vector<QueryWord>& words, const QueryCatalog& catalog)
{
    UnderstoodQuery query;
    bool negated = false;
    std::size_t clause = 0; // its first chip
    for (const MatchedWords& match : matchTerms(words, catalog)) {
        if (words[match.begin].afterBreak) {
            negated = false;
            clause = query.chips.size();
        }
        const std::size_t begin = words[match.begin].begin;
        const std::size_t end = words[match.end - 1].end;
        if (match.term == nullptr) {
            query.unknown.push_back({begin, end});
            continue;
        }
        const QueryTerm& term = *match.term;
        if (term.kind == QueryTermKind::End) {
            negated = false;
            clause = query.chips.size();
        }
        if (term.kind == QueryTermKind::Filler || term.kind == QueryTermKind::End)
            continue;
        const QueryConcept* known = catalog.find(term.kind, term.id);
        QueryChip chip{term.kind, term.id, known->english, known->anatomyId, term.language,
                       begin,     end,     false};
        if (term.kind == QueryTermKind::Negation && term.id == "after") {
            for (std::size_t i = clause; i < query.chips.size(); ++i)
                query.chips[i].negated = query.chips[i].kind == QueryTermKind::Sign;
        } else if (term.kind == QueryTermKind::Negation)
            negated = true;
        else if (term.kind == QueryTermKind::Sign)
            chip.negated = negated;
        query.chips.push_back(std::move(chip));
    }
    return query;
}

/// The anatomy named nearest to a sign of which the sign says something; null: none.
const SignMeaning* meaningOf(const QueryChip& sign, const QueryConcept& known,
                             const UnderstoodQuery& query)
{
    const SignMeaning* nearest = nullptr;
    std::size_t distance = std::numeric_limits<std::size_t>::max();
    bool anatomyNamed = false;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind != QueryTermKind::Anatomy && chip.kind != QueryTermKind::Place)
            continue;
        anatomyNamed = true;
        const std::string& anatomy = chip.kind == QueryTermKind::Anatomy ? chip.id : chip.anatomyId;
        const std::size_t apart =
            chip.begin > sign.begin ? chip.begin - sign.begin : sign.begin - chip.begin;
        const auto meaning = std::ranges::find_if(known.meanings, [&](const SignMeaning& one) {
            return one.anatomyId == anatomy ||
                   (one.anatomyId.empty() && one.findingAnatomyId == anatomy);
        });
        if (meaning != known.meanings.end() && apart < distance) {
            nearest = &*meaning;
            distance = apart;
        }
    }
    if (nearest != nullptr || anatomyNamed)
        return nearest;
    const auto anywhere = std::ranges::find(known.meanings, "", &SignMeaning::anatomyId);
    return anywhere == known.meanings.end() ? nullptr : &*anywhere;
}

void placeSigns(UnderstoodQuery& query, const QueryCatalog& catalog)
{
    for (QueryChip& chip : query.chips) {
        if (chip.kind != QueryTermKind::Sign)
            continue;
        const QueryConcept* known = catalog.find(chip.kind, chip.id);
        if (const SignMeaning* meaning = meaningOf(chip, *known, query)) {
            chip.id = meaning->findingId;
            chip.english = meaning->english;
            chip.anatomyId = meaning->findingAnatomyId;
        }
    }
}

void add(std::vector<std::string>& ids, const std::string& id)
{
    if (!id.empty() && std::ranges::find(ids, id) == ids.end())
        ids.push_back(id);
}

/// Where the signs are; without such, what was named.
std::vector<std::string> anatomiesOf(const UnderstoodQuery& query)
{
    std::vector<std::string> ids;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind == QueryTermKind::Sign)
            add(ids, chip.anatomyId);
    }
    if (!ids.empty())
        return ids;
    for (const QueryChip& chip : query.chips) {
        if (chip.kind == QueryTermKind::Anatomy)
            add(ids, chip.id);
        else if (chip.kind == QueryTermKind::Place)
            add(ids, chip.anatomyId);
    }
    return ids;
}

QueryProblem problemOf(const std::vector<QueryWord>& words, const UnderstoodQuery& query)
{
    if (words.empty())
        return QueryProblem::NoWords;
    const bool subject = std::ranges::any_of(query.chips, [](const QueryChip& chip) {
        return chip.kind == QueryTermKind::Sign || chip.kind == QueryTermKind::Anatomy ||
               chip.kind == QueryTermKind::Place;
    });
    if (subject)
        return QueryProblem::None;
    return query.chips.empty() && !query.unknown.empty() ? QueryProblem::Unknown
                                                         : QueryProblem::NoSubject;
}

} // namespace

UnderstoodQuery understandQuery(std::string_view text, const QueryCatalog& catalog)
{
    const std::vector<QueryWord> words = queryWords(text);
    UnderstoodQuery query = chipsOf(words, catalog);
    query.problem = problemOf(words, query);
    if (query.problem != QueryProblem::None)
        return query;
    placeSigns(query, catalog);
    query.anatomyIds = anatomiesOf(query);
    addPrompts(query, text, catalog);
    return query;
}

std::string withoutChip(std::string_view text, const QueryChip& chip)
{
    std::string rest(text.substr(0, chip.begin));
    std::string_view tail = text.substr(std::min(chip.end, text.size()));
    while ((rest.empty() || rest.ends_with(' ')) && tail.starts_with(' '))
        tail.remove_prefix(1);
    rest += tail;
    while (rest.ends_with(' '))
        rest.pop_back();
    return rest;
}

} // namespace fovea

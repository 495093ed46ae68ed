#pragma once

#include "model/query/QueryCatalog.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What a question means, by the words of a catalog: no model, so that the answer is there while
// somebody types, and the same for English, German and Chinese. Standard C++ only.

namespace fovea {

/// A part of the question that was understood; the window shows it and lets it be taken away.
struct QueryChip {
    QueryTermKind kind = QueryTermKind::Anatomy; ///< Never Filler or End.
    std::string id;        ///< Canonical value: the catalog's id; of a sign the finding's, if any.
    std::string english;   ///< How the canonical prompt says it.
    std::string anatomyId; ///< Of a sign that is a finding, and of a place: where it is.
    std::string language;
    std::size_t begin = 0; ///< Bytes [begin, end) of the question.
    std::size_t end = 0;
    bool negated = false; ///< Of signs: said to be absent.
};

struct UnknownWord {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Why there is no answer to a question.
enum class QueryProblem {
    None,
    NoWords,   ///< Nothing was typed.
    NoSubject, ///< Neither an anatomy nor a finding: "left", "large".
    Unknown,   ///< Not one word was understood.
};

struct UnderstoodQuery {
    std::vector<QueryChip> chips; ///< In the order of the question.
    std::vector<UnknownWord> unknown;
    QueryProblem problem = QueryProblem::None;
    /// Where to look: anatomies named, or in which findings named are; empty: anywhere.
    std::vector<std::string> anatomyIds;
    /// The question in canonical English, without a full stop: "small left pleural effusion".
    std::string subject;
    bool negated = false; ///< The question asks where the subject is absent.
    /// Sentences that say the same as the question, and the contrary. Equally good; at least one
    /// each, unless there is a problem. Where words were not understood and the rest is English,
    /// the question as it was typed comes first.
    std::vector<std::string> prompts;
    std::vector<std::string> contrary;
};

UnderstoodQuery understandQuery(std::string_view text, const QueryCatalog& catalog);

/// The question without one of its chips, as if it had been typed so.
std::string withoutChip(std::string_view text, const QueryChip& chip);

} // namespace fovea

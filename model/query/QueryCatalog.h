#pragma once

#include "model/domain/Result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

enum class QueryTermKind {
    Anatomy,  ///< id: as in anatomies.json.
    Sign,     ///< What may be seen: a finding once an anatomy is known. id: the catalog's own.
    Side,     ///< id: "left", "right", "bilateral".
    Place,    ///< A part of an anatomy, e.g. a lobe. id: the catalog's own.
    Degree,   ///< Size or severity. id: "small", "large", "mild", "severe" …
    Negation, ///< What comes after it is absent.
    Normal,   ///< The anatomy has nothing.
    Filler,   ///< "the", "with": means nothing here.
    End,      ///< "but": a negation reaches no further.
};

/// Spellings of one meaning, in one language.
struct QueryTerm {
    QueryTermKind kind = QueryTermKind::Filler;
    std::string id;
    std::string language; ///< "en", "de", "zh".
    /// Words in lower case; one that ends with * stands for all that begin so.
    std::vector<std::string> words;
};

/// What a sign means in an anatomy.
struct SignMeaning {
    std::string anatomyId;        ///< Empty: where no anatomy is named.
    std::string findingId;        ///< Of the models' catalogs.
    std::string english;          ///< "coronary artery calcification"
    std::string findingAnatomyId; ///< Where the finding is scored.
};

/// One meaning and how canonical English says it.
struct QueryConcept {
    QueryTermKind kind = QueryTermKind::Filler;
    std::string id;
    std::string english; ///< "left lower lobe" is "lower lobe" here; fillers have none.
    /// Of an anatomy that `english` names in the plural: one of it, for where a side is named.
    std::string one;
    std::string anatomyId;             ///< Of a place: the anatomy it is a part of.
    std::vector<SignMeaning> meanings; ///< Of a sign.
};

/// The words that questions are understood by: resources/catalog/query-terms.json. A value; read
/// once, then only read, from any thread.
struct QueryCatalog {
    std::vector<QueryConcept> concepts;
    std::vector<QueryTerm> terms;
    /// Sentences about something that is there or is not, with {} for it.
    std::vector<std::string> presentSentences;
    std::vector<std::string> absentSentences;

    const QueryConcept* find(QueryTermKind kind, std::string_view id) const;
};

/// MetadataBroken (`file`, what is wrong): JSON that does not parse, an unknown or missing member,
/// a term without a word.
Result<QueryCatalog> parseQueryCatalog(std::string_view json, const std::string& file);
/// Also FileNotFound and FileNotReadable.
Result<QueryCatalog> readQueryCatalog(const std::filesystem::path& file);

} // namespace fovea

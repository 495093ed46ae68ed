#pragma once

#include "model/query/QueryCatalog.h"
#include "model/query/QueryWords.h"

#include <cstddef>
#include <vector>

namespace fovea {

/// Words [begin, end) of a question that one term of the catalog stands for; null: not understood.
struct MatchedWords {
    const QueryTerm* term = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// All words of the question, from the left, each time by the longest term that fits ("left
/// atrium" before "left"); of equally many words by that with fewer stars, then more letters
/// ("pleuraerguss*" before "pleura*"). No term reaches across punctuation.
std::vector<MatchedWords> matchTerms(const std::vector<QueryWord>& words,
                                     const QueryCatalog& catalog);

} // namespace fovea

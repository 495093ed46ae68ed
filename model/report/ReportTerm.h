#pragma once

#include "model/report/ReportWords.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A term of the rules, compiled from its spelling:
///
///     pleural effusion|effusions     words in this order; | between spellings of one word
///     nodul*                         any word that starts so
///     coronary ~6 calcif*            up to six other words in between, not across a semicolon,
///                                    colon or parenthesis
///
/// Case does not matter, and a hyphen is a blank.
class ReportTerm {
public:
    /// Empty where the spelling has no word, or a gap that is no number or has no word after it.
    static std::optional<ReportTerm> compile(std::string_view spelling);

    /// The words matched when the first is at `first`: one past the last of them.
    std::optional<std::size_t> matchAt(const std::vector<ReportWord>& words,
                                       std::size_t first) const;

private:
    struct Spelling {
        std::string text;
        bool prefix = false;
    };
    struct Part {
        std::vector<Spelling> spellings;
        std::size_t gap = 0; ///< Other words allowed before this one.
    };

    static bool fits(const Part& part, const std::string& word);
    std::optional<std::size_t> matchFrom(const std::vector<ReportWord>& words, std::size_t at,
                                         std::size_t part) const;

    std::vector<Part> m_parts;
};

/// Words [begin, end).
struct WordRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Every place where one of the terms matches.
std::vector<WordRange> findTerms(const std::vector<ReportTerm>& terms,
                                 const std::vector<ReportWord>& words);

/// One of the terms matches somewhere.
bool hasTerm(const std::vector<ReportTerm>& terms, const std::vector<ReportWord>& words);

/// The longest match of one of the terms at this word, or empty.
std::optional<WordRange> termAt(const std::vector<ReportTerm>& terms,
                                const std::vector<ReportWord>& words, std::size_t first);

/// Per word: whether it lies in one of the ranges.
std::vector<bool> covered(const std::vector<WordRange>& ranges, std::size_t count);

} // namespace fovea

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Standard C++ only.

namespace fovea {

/// A word of a sentence: letters and digits, in lower case (ASCII; other bytes are kept as they
/// are and count as letters). A hyphen separates words: "ground-glass" has two. "3.5" is one.
struct ReportWord {
    std::string text;
    std::size_t begin = 0; ///< Bytes [begin, end) of the sentence.
    std::size_t end = 0;
    bool afterComma = false; ///< A comma lies between this word and the one before.
    bool afterBreak = false; ///< So does a semicolon, colon, parenthesis or sentence end.
};

std::vector<ReportWord> wordsOf(std::string_view sentence);

/// ASCII lower case.
std::string lowerCase(std::string_view text);

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

} // namespace fovea

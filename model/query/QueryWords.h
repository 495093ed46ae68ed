#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A word of a question: letters, marks and digits in lower case (ICU, of no particular language)
/// and composed (NFC), or one Chinese character.
struct QueryWord {
    std::string text;
    std::size_t begin = 0; ///< Bytes [begin, end) of the question.
    std::size_t end = 0;
    bool afterBreak = false; ///< Punctuation lies between this word and the one before.
};

/// Of UTF-8; bytes that are none separate words. Hyphens separate too: "ground-glass" has two.
std::vector<QueryWord> queryWords(std::string_view text);

} // namespace fovea

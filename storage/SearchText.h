#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// UTF-8 text as the search compares it: lower case for ASCII, Latin-1, Latin Extended-A, Greek and
/// Cyrillic; DICOM's name delimiters ('^' and '=') become spaces. Invalid bytes are kept.
std::string foldForSearch(std::string_view utf8);

/// A folded text without accents and marks, so that "muller" finds "müller" and "strasse" finds
/// "straße": Latin with all of Vietnamese, Greek, Cyrillic ё and й, combining marks, Arabic and
/// Hebrew vowel points, full-width letters. All other scripts stay as they are.
std::string looseForSearch(std::string_view folded);

/// The folded words of a query.
std::vector<std::string> searchWords(std::string_view utf8);

/// Whether every word occurs somewhere in an already folded text.
bool containsAllWords(std::string_view folded, const std::vector<std::string>& words);

} // namespace fovea

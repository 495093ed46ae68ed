#pragma once

#include "tests/app/translations/TranslationFile.h"

namespace fovea {

/// What keeps `file` from being shipped, one line each: that it is none, a text that is unfinished
/// or empty, lacks a plural form of the language, or has other place markers (%1, %n) than its
/// source.
QStringList translationProblems(const TranslationFile& file);

/// The texts of `wanted` that `file` does not have, one line each.
QStringList missingTexts(const TranslationFile& wanted, const TranslationFile& file);

} // namespace fovea

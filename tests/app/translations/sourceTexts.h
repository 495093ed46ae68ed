#pragma once

#include "tests/app/translations/TranslationFile.h"

namespace fovea {

/// The texts of the sources below `root`, as packaging/update-translations finds them: in a
/// temporary copy of `translations` (a .ts file), so that the real one stays as it is.
TranslationFile sourceTexts(const QString& lupdate, const QString& root,
                            const QString& translations);

} // namespace fovea

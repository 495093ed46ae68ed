#pragma once

#include <QString>

namespace fovea {

/// What every document says at its foot, in the user's language (englishResearchNotice).
QString researchNotice();

} // namespace fovea

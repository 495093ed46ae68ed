#pragma once

#include <QString>

namespace fovea {

/// What every document says at its foot, in the user's language.
QString researchNotice();
/// The same for DICOM objects, which are English.
inline constexpr const char* englishResearchNotice =
    "Research software, not a medical device. Not for diagnosis or treatment.";

} // namespace fovea

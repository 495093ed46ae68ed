#pragma once

#include <array>

namespace fovea {

// Sentences that DICOM objects of ours have word for word. They say nothing of anybody, so that
// anonymization keeps them.

inline constexpr const char* englishResearchNotice =
    "Research software, not a medical device. Not for diagnosis or treatment.";
inline constexpr const char* noProbabilityNotice =
    "No probability: the model was calibrated on synthetic chests, and this study is not one.";

inline constexpr std::array ownSentences{englishResearchNotice, noProbabilityNotice};

} // namespace fovea

#pragma once

#include "model/phantom/PhantomTruth.h"
#include "model/phantom/PhrasesGrammar.h"

#include <string>
#include <string_view>

namespace fovea {

/// A sentence that calls an anatomy normal: lung, heart, esophagus or aorta.
std::string normalSentence(std::string_view anatomyId, const PhrasesGrammar& grammar);

/// Whose text a normal variant belongs to: one of the four anatomies, "mediastinum" or "bones".
/// Empty for an unknown variant.
std::string_view organOfVariant(std::string_view variantId);

/// A sentence about a normal variant, in words that name no finding. Empty for an unknown one.
std::string variantSentence(const NormalVariant& variant, const PhrasesGrammar& grammar);

/// What a report says of the rest of the chest. Nothing of it names a finding of the four
/// anatomies.
struct OtherOrgans {
    std::string technique;
    std::string airways;
    std::string mediastinum;
    std::string abdomen;
    std::string bones;
};
OtherOrgans otherOrgans(const PhantomTruth& truth, const PhrasesGrammar& grammar);

/// The impression of a chest without findings.
std::string normalImpression(const PhrasesGrammar& grammar);

} // namespace fovea

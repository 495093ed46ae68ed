#pragma once

#include "model/phantom/PhantomTruth.h"
#include "model/phantom/PhrasesGrammar.h"
#include "model/phantom/PhrasesTables.h"

#include <string>
#include <string_view>

namespace fovea {

/// A sentence that calls one of the book's anatomies normal.
std::string normalSentence(std::string_view anatomyId, const PhraseBook& book,
                           const PhrasesGrammar& grammar);

/// Whose text a normal variant belongs to: one of the anatomies, "mediastinum" or "bones". Empty
/// for an unknown variant.
std::string_view organOfVariant(std::string_view variantId, const PhraseBook& book);

/// A sentence about a normal variant, in words that name no finding. Empty for an unknown one.
std::string variantSentence(const NormalVariant& variant, const PhraseBook& book,
                            const PhrasesGrammar& grammar);

/// What a report says of the rest of the chest. Nothing of it names a finding of the
/// anatomies.
struct OtherOrgans {
    std::string technique;
    std::string airways;
    std::string mediastinum;
    std::string abdomen;
    std::string bones;
};
OtherOrgans otherOrgans(const PhantomTruth& truth, const PhraseBook& book,
                        const PhrasesGrammar& grammar);

/// The impression of a chest without findings.
std::string normalImpression(const PhraseBook& book, const PhrasesGrammar& grammar);

} // namespace fovea

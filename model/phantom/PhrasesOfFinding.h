#pragma once

#include "model/phantom/PhantomTruth.h"
#include "model/phantom/PhrasesGrammar.h"
#include "model/phantom/PhrasesTables.h"

#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// Below: mild, small. From here on: moderate.
inline constexpr double ModerateSeverity = 0.45;
/// From here on: severe, large, extensive.
inline constexpr double SevereSeverity = 0.75;

/// Findings that can be written in a style, anatomy by anatomy, in the order of fVLM's CT-RATE
/// prompts within each, a site's own last.
struct WritableFinding {
    std::string_view anatomyId;
    std::string_view findingId;
};
std::vector<WritableFinding> writableFindings(ReportStyle style = ReportStyle::Narrative);

/// A sentence that says it: with place, size and severity, or as often as a radiologist would
/// without some of them. Empty for a finding that cannot be written.
std::string findingSentence(const ShownFinding& finding, const PhraseBook& book,
                            const PhrasesGrammar& grammar);

/// Its name alone, as a sentence.
std::string findingName(const ShownFinding& finding, const PhraseBook& book,
                        const PhrasesGrammar& grammar);

/// One item of an impression, with severity and a short place.
std::string impressionItem(const ShownFinding& finding, const PhraseBook& book,
                           const PhrasesGrammar& grammar);

/// A sentence that says that these are not there: one or two ids of one anatomy.
std::string negationSentence(const std::vector<std::string_view>& findingIds,
                             const PhraseBook& book, const PhrasesGrammar& grammar);

} // namespace fovea

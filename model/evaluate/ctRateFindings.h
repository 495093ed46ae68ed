#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace fovea {

/// One of the 16 findings that the released fVLM answers on CT-RATE. Of CT-RATE's 18 labels,
/// "Medical material" and "Lymphadenopathy" have no anatomy that owns them and are not scored.
struct CtRateFinding {
    std::string_view label; ///< Title of the label's column in CT-RATE's label files.
    std::string_view anatomyId;
    std::string_view findingId;
};

/// In the order of the released evaluation script.
std::span<const CtRateFinding> ctRateFindings();
/// Null for a label that is none of them.
const CtRateFinding* ctRateFinding(std::string_view label);

/// The parts of a column title of the released evaluation script,
/// "organ_finding_negative prompt_positive prompt", for example
/// "lung_Atelectasis_Not Atelectatic._Atelectatic.".
struct FvlmColumn {
    std::string_view organ;
    std::string_view finding; ///< The label's title in CT-RATE's label files.
};

/// Empty where the title does not have exactly four parts. Points into `title`.
std::optional<FvlmColumn> fvlmColumn(std::string_view title);

} // namespace fovea

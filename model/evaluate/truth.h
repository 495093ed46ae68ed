#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/PromptSet.h"

#include <optional>
#include <string_view>

namespace fovea {

/// Null where nothing is said about the anatomy.
const LabelledStudy::Region* regionOf(const LabelledStudy& study, std::string_view anatomyId);

/// Whether the study truly has the finding in that anatomy.
bool hasFinding(const LabelledStudy& study, std::string_view anatomyId, std::string_view findingId);

/// The same where it is known: empty where nothing is said about the anatomy, or nobody knows.
std::optional<bool> knownFinding(const LabelledStudy& study, std::string_view anatomyId,
                                 std::string_view findingId);

/// Whether the study is what the query describes. Empty where that is not known: nobody knows
/// whether the study has the finding, or it has, and the query asks for a side, a lobe or a
/// severity of which its truth says nothing.
///
/// A finding is on a side where one of its sites is, or, without sites, where it is on that side
/// alone. It is as severe as its severity, and in a lobe where one of its structures is
/// (sameLobe(), by the label map's names).
std::optional<bool> answersQuery(const LabelledStudy& study, const SearchPrompt& query);

} // namespace fovea

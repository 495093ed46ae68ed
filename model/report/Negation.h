#pragma once

#include "model/report/ReportRules.h"

#include <vector>

namespace fovea {

/// Per word of a sentence: whether what it names is said to be absent. A trigger before reaches on
/// to the next end word, semicolon, or comma after which a new assertion opens or before which the
/// verb already stood; a trigger after reaches back to the last of these, or to a comma whose
/// clause before it asserts something.
std::vector<bool> negatedWords(const std::vector<ReportWord>& words, const NegationRules& rules);

} // namespace fovea

#pragma once

#include "model/evaluate/PromptSet.h"

#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What to measure beside the findings' scores.
struct EvaluateOptions {
    /// Paraphrases and searches; without it neither is measured.
    std::optional<PromptSet> prompts;
    /// Findings whose place is looked for, in studies that have them on one side alone and say so
    /// (LabelledFinding). Empty: none.
    std::vector<std::string> localizedFindings{"pleural_effusion", "consolidation"};
};

} // namespace fovea

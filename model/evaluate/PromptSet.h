#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

struct PromptPair {
    std::string positive;
    std::string negative;
};

/// What says that a finding is there and that it is not.
struct FindingPrompts {
    std::string anatomyId;
    std::string findingId;
    std::vector<std::string> positive; ///< At least one, as `negative`.
    std::vector<std::string> negative;
    std::vector<PromptPair> paraphrases; ///< Other words for the same; at least one.
};

/// A search for studies, and which are true answers to it.
struct SearchPrompt {
    std::string text;
    std::vector<std::string> paraphrases; ///< The same in other words; may be empty.
    std::string anatomyId;
    std::string findingId;
    Side side = Side::None; ///< None: either.
    std::string lobe;       ///< As a segmenter or a report names it; empty: any. See sameLobe().
    double minimumSeverity = 0.0; ///< In [0, 1].
};

/// Texts to measure a model with beyond its own prompts.
struct PromptSet {
    std::vector<FindingPrompts> findings; ///< Each finding of an anatomy once.
    std::vector<SearchPrompt> queries;

    /// Null where the set does not have the finding.
    const FindingPrompts* prompts(std::string_view anatomyId, std::string_view findingId) const;
};

/// Reads JSON:
/// {"prompts": [{"anatomy", "finding", "positive": […], "negative": […],
///               "paraphrases": [{"positive", "negative"}, …]}, …],
///  "searches": [{"text", "paraphrases"?: […], "finding", "anatomy"?,
///                "side"?: "left" | "right", "lobe"?, "minimumSeverity"?}, …]}
/// Either list may be missing. A search without an anatomy is in that of the first prompts for its
/// finding. Errors: FileNotFound, FileNotReadable, MetadataBroken (file, which
/// entry is wrong and how; an unknown member is wrong).
Result<PromptSet> readPromptSet(const std::filesystem::path& file);
/// The same of a text; `name` is what errors call it.
Result<PromptSet> promptSetFromJson(std::string_view json, const std::string& name);

/// Whether two names mean the same lobe of a lung: the same words in any order and spelling, but
/// for "lung" and "of": "lung_lower_lobe_right", "Right lower lobe", "lower lobe of right lung".
bool sameLobe(std::string_view a, std::string_view b);

} // namespace fovea

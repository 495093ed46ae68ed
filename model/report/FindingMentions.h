#pragma once

#include "model/report/ReportRules.h"

#include <string>
#include <vector>

namespace fovea {

struct FindingMention {
    std::string findingId;
    std::string anatomyId; ///< Empty where the rules name none.
    bool negated = false;
};

/// The anatomies that a clause names by the rules' words, in the rules' order.
std::vector<std::string> namedAnatomies(const std::vector<ReportWord>& words,
                                        const ReportRules& rules);

/// The findings that a clause asserts or negates, each once: asserted wins over negated. `negated`
/// has a flag per word; `organs` is what the clause speaks of, for findings bound to theirs.
std::vector<FindingMention> findingMentions(const std::vector<ReportWord>& words,
                                            const std::vector<bool>& negated,
                                            const std::vector<std::string>& organs,
                                            const ReportRules& rules);

} // namespace fovea

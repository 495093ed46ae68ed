#pragma once

#include "model/report/FindingMentions.h"
#include "model/report/ReportRules.h"
#include "model/report/ReportSections.h"

#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A sentence, or a clause of one whose clauses each speak of an organ of their own.
struct ReportClause {
    ReportSection section = ReportSection::Findings; ///< Never Other.
    std::string text;
    std::vector<std::string> anatomyIds; ///< Named, owning a mentioned finding, or gone on about.
    std::vector<FindingMention> mentions;
};

/// What a report says of one anatomy.
struct AnatomyReport {
    std::string anatomyId;
    std::vector<std::string> findings;   ///< Sentences of the findings section, in order.
    std::vector<std::string> impression; ///< Sentences of the impression, in order.
    std::vector<std::string> asserted;   ///< Ids of its findings that any sentence asserts.
    std::vector<std::string> negated;    ///< Ids of those that are only negated.
    /// fVLM's rule: the impression does not mention it. Without an impression: nothing asserted.
    bool normal = true;

    bool mentionedInImpression() const { return !impression.empty(); }
    /// As fVLM reads a report: the sentences of the findings, then those of the impression, each
    /// with a full stop. makeCaption(anatomyId, text(), normal) makes the training caption of it.
    std::string text() const;
};

struct DecomposedReport {
    std::string findings;   ///< The section's sentences, joined by blanks.
    std::string impression; ///< So too.
    bool hasImpression = false;
    std::vector<ReportClause> clauses; ///< In the report's order.
    /// Every anatomy that a clause speaks of, in the rules' order.
    std::vector<AnatomyReport> anatomies;

    /// Null where the report does not speak of it.
    const AnatomyReport* anatomy(std::string_view id) const;
    /// Any sentence asserts it.
    bool asserts(std::string_view findingId) const;
    /// Some sentence negates it and none asserts it.
    bool negates(std::string_view findingId) const;
};

/// Takes a report apart by rules. English free text, UTF-8; empty text gives an empty result. Any
/// thread; a few milliseconds for a page. A sentence of over 400 words is not split into clauses.
DecomposedReport decomposeReport(std::string_view text, const ReportRules& rules);

} // namespace fovea

#pragma once

#include "model/report/ReportRules.h"

#include <string>
#include <string_view>
#include <vector>

namespace fovea {

enum class ReportSection { Findings, Impression, Other };

struct SectionSentence {
    ReportSection section = ReportSection::Findings;
    std::string text; ///< Trimmed; without numbering and separators, its full stop kept.
};

/// The sentences of a report in order, each in its section. A heading is one of the rules' names
/// with a colon at the start of a line or of a sentence, or alone on a line. Without headings all
/// is findings up to the first of the rules' separators, and impression from there, as in CT-RATE.
/// In a report without a heading of the findings, another one ("Comparison:") reaches over one
/// sentence.
/// A sentence ends at ".", "?", "!" before a blank or the end (not within "3.5 mm", after an
/// abbreviation of the rules or after an item's number), at a blank line, at a line that starts
/// with a number or dash, and at a separator.
std::vector<SectionSentence> sectionSentences(std::string_view report, const ReportRules& rules);

} // namespace fovea

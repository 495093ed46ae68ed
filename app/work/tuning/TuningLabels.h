#pragma once

#include "model/domain/FindingReading.h"
#include "model/engine/Engine.h"
#include "model/report/DecomposeReport.h"
#include "model/report/ReportRules.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What one study says of the findings that a model is to learn: pure functions. No Qt.

namespace fovea {

/// All that is known of one study.
struct StudyEvidence {
    std::optional<DecomposedReport> report; ///< Empty: none, or nothing in it was understood.
    std::map<FindingKey, bool> table;       ///< Labels of a table.
    std::map<FindingKey, bool> verdicts;    ///< Accepted or rejected by a reader.
};

/// What a report says by not speaking of a finding.
enum class Silence {
    Absent, ///< It is not there: readers report what they see. The training data of fVLM are so
            ///< too.
    Unknown,
};

/// Findings that are known to be there (true) or not; the others are not in it.
using StudyLabels = std::map<FindingKey, bool>;

struct LabelledEvidence {
    StudyLabels labels;
    /// Findings on which report, table and verdicts do not agree.
    std::vector<FindingKey> disagreeing;
};

/// A reader's verdict on this very finding counts before a table, and that before the report. A
/// report knows nothing of a finding that the rules have no words for. `asked`: findings that the
/// model answers or is to learn.
LabelledEvidence labelsOf(const StudyEvidence& evidence, const std::vector<ModelFinding>& asked,
                          const ReportRules& rules, Silence silence);

/// What the study says to training, for each of `anatomyIds` of which something is known:
/// - With a report every anatomy: its sentences, without those that assert what the labels deny.
/// - Without, anatomies with a label: prompts of what is there, else of what is not.
/// Where the text would not name a finding that is there, its first prompt is added. Findings
/// without a label are `unknown`.
std::vector<LabelledStudy::Region> regionsOf(const StudyEvidence& evidence,
                                             const StudyLabels& labels,
                                             const std::vector<ModelFinding>& asked,
                                             const std::vector<std::string>& anatomyIds);

} // namespace fovea

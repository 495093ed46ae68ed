#include "app/work/findingStatements.h"

#include <algorithm>

namespace fovea {

std::vector<FindingStatement> findingStatements(const DecomposedReport& report,
                                                const LabelledStudy::Region& region)
{
    std::vector<FindingStatement> statements;
    for (const ReportClause& clause : report.clauses) {
        for (const FindingMention& mention : clause.mentions) {
            const bool present = std::ranges::count(region.findings, mention.findingId) > 0;
            if (mention.anatomyId != region.anatomyId || mention.negated == present)
                continue;
            auto known =
                std::ranges::find(statements, mention.findingId, &FindingStatement::findingId);
            if (known == statements.end())
                known = statements.insert(known, {mention.findingId, present, {}});
            known->wordings.push_back(clause.text);
        }
    }
    return statements;
}

} // namespace fovea

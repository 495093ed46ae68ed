#include "app/work/tuning/wrongLabels.h"

#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

void turn(LabelledStudy::Region& region, const TurnedFinding& finding)
{
    const bool present = std::erase(region.findings, finding.findingId) == 0;
    if (present)
        region.findings.push_back(finding.findingId);
    std::erase_if(region.details,
                  [&](const LabelledFinding& one) { return one.findingId == finding.findingId; });
    std::erase_if(region.statements,
                  [&](const FindingStatement& one) { return one.findingId == finding.findingId; });
    region.statements.push_back(
        {finding.findingId, present, present ? finding.positive : finding.negative});
}

/// The sentences that each of so many readers would write.
void retell(LabelledStudy::Region& region)
{
    const auto told = [&](std::size_t reader) {
        std::string text;
        for (const FindingStatement& one : region.statements)
            text += (text.empty() ? "" : " ") + one.wordings[reader % one.wordings.size()];
        return text;
    };
    region.text = told(0);
    for (std::size_t n = 0; n < region.rewordings.size(); ++n)
        region.rewordings[n] = told(n + 1);
}

} // namespace

StudySource withWrongLabels(StudySource source, std::vector<TurnedFinding> findings, double share,
                            std::uint64_t seed)
{
    const auto load = std::move(source.load);
    source.load = [load, findings = std::move(findings), share,
                   seed](std::size_t index) -> Result<LabelledStudy> {
        Result<LabelledStudy> study = load(index);
        if (!study)
            return study;
        CounterRandom random(seed ^ scatter(index), "wrong labels");
        for (LabelledStudy::Region& region : study->regions) {
            bool turned = false;
            for (const TurnedFinding& finding : findings) {
                if (finding.anatomyId != region.anatomyId || random.uniform() >= share)
                    continue;
                turn(region, finding);
                turned = true;
            }
            if (turned)
                retell(region);
        }
        return study;
    };
    return source;
}

} // namespace fovea

#include "app/work/tuning/TuningSet.h"

#include <algorithm>
#include <numeric>

namespace fovea {

namespace {

using Code = TuningProblem::Code;
using Counts = std::array<int, TuningSplits>;

int sum(const Counts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

void addProblems(const LabelCount& count, std::vector<TuningProblem>& problems)
{
    const std::string& anatomy = count.key.anatomyId;
    const std::string& finding = count.key.findingId;
    const int present = sum(count.present);
    const int absent = sum(count.absent);
    if (present + absent == 0) {
        problems.push_back({Code::NothingKnown, {anatomy, finding}});
        return;
    }
    if (present == 0 || absent == 0) {
        problems.push_back({Code::OneSided,
                            {anatomy, finding, present == 0 ? "absent" : "present",
                             std::to_string(present + absent)}});
        return;
    }
    for (std::size_t s = 0; s < TuningSplits; ++s) {
        if (std::min(count.present[s], count.absent[s]) < fewestTuningCases[s])
            problems.push_back({Code::TooFewCases,
                                {anatomy, finding, tuningSplitId(static_cast<TuningSplit>(s)),
                                 std::to_string(count.present[s]), std::to_string(count.absent[s]),
                                 std::to_string(fewestTuningCases[s])}});
    }
}

} // namespace

std::vector<LabelCount> countLabels(const std::vector<TuningStudy>& studies,
                                    const std::vector<ModelFinding>& asked)
{
    std::vector<LabelCount> counts;
    for (const ModelFinding& finding : asked) {
        LabelCount count;
        count.key = {finding.anatomyId, finding.findingId};
        for (const TuningStudy& study : studies) {
            const auto label = study.labels.find(count.key);
            Counts& counted = label == study.labels.end() ? count.unknown
                              : label->second             ? count.present
                                                          : count.absent;
            ++counted[static_cast<std::size_t>(study.split)];
        }
        counts.push_back(std::move(count));
    }
    return counts;
}

std::vector<TuningProblem> labelProblems(const std::vector<TuningStudy>& studies,
                                         const std::vector<LabelCount>& counts)
{
    std::vector<TuningProblem> problems;
    for (std::size_t s = 0; s < TuningSplits; ++s) {
        const auto split = static_cast<TuningSplit>(s);
        const auto have = std::ranges::count(studies, split, &TuningStudy::split);
        if (have < fewestTuningStudies[s])
            problems.push_back({Code::TooFewStudies,
                                {tuningSplitId(split), std::to_string(have),
                                 std::to_string(fewestTuningStudies[s])}});
    }
    for (const LabelCount& count : counts)
        addProblems(count, problems);
    return problems;
}

std::vector<const TuningStudy*> TuningSet::of(TuningSplit wanted) const
{
    std::vector<const TuningStudy*> found;
    for (const TuningStudy& study : studies) {
        if (study.split == wanted)
            found.push_back(&study);
    }
    return found;
}

const TuningProblem* TuningSet::obstacle() const
{
    const auto found = std::ranges::find(problems, Code::PatientInTwoSplits, &TuningProblem::code);
    return found == problems.end() ? nullptr : &*found;
}

} // namespace fovea

#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/EvaluationParts.h"
#include "model/evaluate/PromptSet.h"
#include "model/evaluate/TokenPlaces.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

/// Asks where a finding is in each study that has it on one side alone, and collects whether the
/// answers point there.
///
/// Texts: for the finding alone the prompt set's positive prompts, else its id in words; with the
/// side the text of the set's query for just that, else "Right pleural effusion."; with the lobe of
/// its first site likewise, else "Consolidation in the right lower lobe.". Each is held against the
/// set's negative prompts where the set has the finding.
class LocalizationRecorder {
public:
    /// `findingIds`: which findings to look for, of the anatomies in `anatomyIds` (the model's).
    LocalizationRecorder(std::vector<std::string> findingIds, std::vector<std::string> anatomyIds,
                         PromptSet prompts);

    /// What to ask the engine about this study (Engine::explain()); often nothing.
    std::vector<RelevanceRequest> requests(const LabelledStudy& study) const;
    /// `explained` answers the requests for this study.
    void add(const LabelledStudy& study, const ExplainedAnalysis& explained);

    /// By finding, in the order in which they were met.
    std::vector<LocalizationMetrics> metrics() const;

private:
    struct Question {
        const LabelledFinding* finding = nullptr;
        PointingMetrics::Asked asked = PointingMetrics::Asked::Finding;
        RelevanceRequest request;
    };
    struct Chance {
        double side = 0.0; ///< Sums over cases.
        double lobe = 0.0;
        int sides = 0;
        int lobes = 0;
    };
    struct Recorded {
        LocalizationMetrics metrics;
        Chance chance;
    };

    std::vector<Question> questions(const LabelledStudy& study) const;
    std::string sideText(const std::string& anatomyId, const LabelledFinding& finding) const;
    std::string lobeText(const std::string& anatomyId, const LabelledFinding& finding,
                         const std::string& lobe) const;
    Recorded& recordOf(const std::string& anatomyId, const std::string& findingId);
    static void addPeak(Recorded& record, PointingMetrics::Map map, PointingMetrics::Asked asked,
                        const TokenPlaces& places, const std::vector<float>& values,
                        const LabelledFinding& finding);
    static void addChance(Chance& chance, const TokenPlaces& places,
                          const LabelledFinding& finding);

    std::vector<std::string> m_findingIds;
    std::vector<std::string> m_anatomyIds;
    PromptSet m_prompts;
    std::vector<Recorded> m_records;
};

} // namespace fovea

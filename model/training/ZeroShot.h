#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/engine/Engine.h"
#include "model/network/Fvlm.h"
#include "model/text/WordPiece.h"
#include "model/training/Objective.h"
#include "model/training/Recipe.h"
#include "model/training/TrainingCase.h"

#include <string>
#include <vector>

namespace fovea {

/// The image vectors of one case, by anatomy index; empty where the anatomy is not there.
using CaseVectors = std::vector<std::vector<float>>;

/// Vectors of every case, each anatomy in the window that inference would give it; one encoder pass
/// for anatomies that share a window. Throws c10::Error; Cancelled.
Result<std::vector<CaseVectors>> embedCases(const Fvlm& network,
                                            const std::vector<TrainingCase>& cases,
                                            const PreprocessSettings& settings,
                                            const Progress& progress);

/// The same for a network of any objective: with Clip one vector per case, of all tokens of the
/// window around all that is labelled; with Supervised the anatomies' vectors before they are
/// normalised.
Result<std::vector<CaseVectors>> embedCases(const Fvlm& network, Objective objective,
                                            const std::vector<TrainingCase>& cases,
                                            const PreprocessSettings& settings,
                                            const Progress& progress);

/// The unit vector of an ensemble of texts: the mean of theirs, made unit again. Throws c10::Error.
std::vector<float> textVector(const Fvlm& network, const WordPiece& words,
                              const std::vector<std::string>& texts);

/// softmax over (negative, positive) of cosine / temperature of each case that has the anatomy, and
/// whether the case has the finding. Throws c10::Error.
struct FindingScores {
    std::vector<double> scores;
    std::vector<bool> positive;
};
FindingScores scoreFinding(const Fvlm& network, const WordPiece& words,
                           const FindingDefinition& finding, const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors);

/// The same where a case's vector of another index speaks for the anatomy: a study's, for all.
FindingScores scoreFinding(const Fvlm& network, const WordPiece& words,
                           const FindingDefinition& finding, int anatomyOfCases,
                           std::size_t vectorOfCases, const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors);

/// AUC and calibration of each finding (each case a patient of its own) and the mean AUC. `scores`
/// are the findings' own, in their order.
Evaluation evaluateScores(const std::vector<FindingDefinition>& findings,
                          std::vector<FindingScores> scores, std::size_t studies);

/// The same with the findings' own prompts. Throws c10::Error.
Evaluation evaluatePrompts(const Fvlm& network, const WordPiece& words,
                           const std::vector<FindingDefinition>& findings,
                           const std::vector<TrainingCase>& cases,
                           const std::vector<CaseVectors>& vectors);

/// For each finding the prompts, of its own and its alternatives, with the highest AUC on these
/// cases, then the threshold and calibration fitted with them. Throws c10::Error.
std::vector<FindingDefinition> fitFindings(const Fvlm& network, const WordPiece& words,
                                           const std::vector<FindingDefinition>& findings,
                                           const std::vector<PromptAlternative>& alternatives,
                                           const std::vector<TrainingCase>& cases,
                                           const std::vector<CaseVectors>& vectors);

} // namespace fovea

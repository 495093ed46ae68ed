#pragma once

#include "model/training/Recipe.h"
#include "model/training/ZeroShot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// The id of the one anatomy that a Clip network has: all tokens.
inline constexpr const char* StudyAnatomy = "study";

/// A network of any objective, as training left it: in memory, ready to be measured.
struct TrainedNetwork {
    Objective objective = Objective::Fvlm;
    NetworkConfig config; ///< Of `parameters`; with Clip its one anatomy is StudyAnatomy.
    std::vector<std::string> anatomies; ///< The cases', with any objective.
    /// Under parameterShapes()' names; with Supervised FindingWeight and FindingBias, too. Without
    /// gradients.
    ParameterMap parameters;
    double validationAuc = 0; ///< Mean over the findings, of these parameters.
    std::int64_t step = 0;    ///< After which they were taken.
};

/// The network that a recipe trains.
NetworkConfig networkOf(const Recipe& recipe);

/// Its first parameters. For one seed the encoders of all objectives start alike.
ParameterMap firstParameters(const Recipe& recipe, std::uint64_t seed);

/// The scores of every finding, in the findings' order, on the cases that have its anatomy and say
/// something of it: the same cases for every objective. Fvlm: the anatomy's vector against the
/// finding's prompts (scoreFinding()); Clip: the study's vector against them; Supervised: the
/// sigmoid of the finding's logit. Cancelled; ModelBroken and TensorsUnusable where parameters and
/// config do not fit. Throws c10::Error.
Result<std::vector<FindingScores>> scoreCases(const TrainedNetwork& network, const WordPiece& words,
                                              const std::vector<FindingDefinition>& findings,
                                              const std::vector<TrainingCase>& cases,
                                              const PreprocessSettings& settings,
                                              const Progress& progress);

/// What texts can be compared with: per case the vectors of its anatomies (Fvlm), or one vector of
/// the study (Clip), unit length. BadOption with Supervised, which reads no texts; otherwise as
/// scoreCases(). The vector of a text: textVector().
Result<std::vector<CaseVectors>> searchVectors(const TrainedNetwork& network,
                                               const std::vector<TrainingCase>& cases,
                                               const PreprocessSettings& settings,
                                               const Progress& progress);

} // namespace fovea

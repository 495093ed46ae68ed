#pragma once

#include "model/domain/Progress.h"
#include "model/network/Fvlm.h"
#include "model/text/WordPiece.h"
#include "model/training/Recipe.h"
#include "model/training/TrainingCase.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Teaches the text encoder to read before it meets images: what an encoder pretrained on reports
/// (CXR-BERT in the paper) brings along. Two wordings of one anatomy of one study are each other's
/// positives, with the loss and the soft targets of ContrastiveLoss.h at a fixed temperature
/// (SimCSE, Gao et al., EMNLP 2021, with a second reader's wording in place of dropout); where a
/// study has one wording, two draws of its sentences stand for two. With the objective Clip the
/// wordings are those of the whole report.
///
/// recipe.textSteps steps of recipe.textBatch studies, linear warm-up over the first tenth and
/// cosine to 0 from recipe.textLearningRate; moves the parameters of the text encoder and its
/// projection in place, which must require gradients. Deterministic for a seed. Cancelled;
/// TrainingDiverged (step). Throws c10::Error.
Status fitTexts(const Recipe& recipe, const Fvlm& network, const std::vector<TrainingCase>& cases,
                const WordPiece& words, std::uint64_t seed, const Progress& progress);

} // namespace fovea

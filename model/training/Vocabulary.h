#pragma once

#include "model/training/Recipe.h"
#include "model/training/TrainingCase.h"

#include <string>
#include <vector>

namespace fovea {

/// A WordPiece vocabulary (text of vocab.txt) for a small model: [PAD] [UNK] [CLS] [SEP] [MASK],
/// then printable ASCII characters alone and as "##" pieces, so that any English word can be
/// written, then every word that occurs in `texts`, in alphabetical order. Lower case.
std::string buildVocabulary(const std::vector<std::string>& texts);

/// That of all the words a training has: normal templates, prompts and the studies' texts.
std::string vocabularyOf(const Recipe& recipe, const std::vector<TrainingCase>& cases);

} // namespace fovea

#pragma once

#include "model/engine/TuneOptions.h"
#include "model/training/Recipe.h"
#include "model/tuning/PromptPairLoss.h"

namespace fovea {

/// What there is to say of the labels, of each finding: one class alone, or few positive cases.
std::vector<TuneNote> labelNotes(const std::vector<PromptPairLoss::Count>& training,
                                 const Evaluation& validation);

/// Before against after, by finding; `known`: how many findings the parent has, which come first.
std::vector<TuneFindingResult> findingResults(const Evaluation& before, const Evaluation& after,
                                              std::size_t known);

/// OneSidedLabels where no finding has both classes, in training or in validation.
Status checkLabels(const std::vector<PromptPairLoss::Count>& training,
                   const Evaluation& validation);

/// BadOption for what cannot be done with any studies.
Status checkTuneOptions(const TuneOptions& options);

/// The options that decide what is learnt, as JSON: for the adapter and for checkpoints.
std::string settingsJson(const TuneOptions& options, const Recipe& recipe);

} // namespace fovea

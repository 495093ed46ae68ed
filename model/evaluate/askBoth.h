#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/JudgeTuning.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// A model, and what it is known to say.
struct AskedModel {
    Engine& engine;
    /// Its analyses of the studies, in their order: filled where empty, else taken, so that a model
    /// that others are held against one after the other is asked once. Null: kept nowhere.
    std::vector<StudyAnalysis>* analyses = nullptr;
};

/// Asks a tuned model and the one before it about the same studies, each loaded once: every finding
/// that either answers, and every finding's first prompt as a search over the studies. A model
/// that is held against itself is asked once.
///
/// A study counts for a finding where the truth is known (knownFinding()). `patients` says whose
/// each study is, numbered from 0 without gaps; empty: each is a patient of its own. Errors:
/// NoCases (no study), those of loading a study and of analysing it (but NoRegion, which leaves it
/// without scores), those of embedding a prompt, Cancelled; analyses that were to be filled are
/// then empty.
Result<PairedAnswers> askBoth(const AskedModel& before, const AskedModel& after,
                              const StudySource& studies,
                              const std::vector<std::uint32_t>& patients, const Progress& progress);

} // namespace fovea

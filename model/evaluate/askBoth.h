#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/JudgeTuning.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// Asks a tuned model and the one before it about the same studies, each loaded once: every finding
/// that either answers, and every finding's first prompt as a search over the studies.
///
/// A study counts for a finding where the truth is known (knownFinding()). `patients` says whose
/// each study is, numbered from 0 without gaps; empty: each is a patient of its own. Errors:
/// NoCases (no study), those of loading a study and of analysing it (but NoRegion, which leaves it
/// without scores), those of embedding a prompt, Cancelled.
Result<PairedAnswers> askBoth(Engine& before, Engine& after, const StudySource& studies,
                              const std::vector<std::uint32_t>& patients, const Progress& progress);

} // namespace fovea

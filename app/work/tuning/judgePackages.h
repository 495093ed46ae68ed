#pragma once

#include "model/engine/Engine.h"
#include "model/evaluate/JudgeTuning.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fovea {

/// The bundled benchmark: synthetic chests from this seed on, which nothing is trained on. A model
/// that was made for patients cannot be measured with them.
inline constexpr std::uint64_t benchmarkSeed = 7000001;
inline constexpr int benchmarkStudies = 60;

/// Studies that neither model has learnt from.
struct JudgeRequest {
    StudySource test;                    ///< The site's own.
    std::vector<std::uint32_t> patients; ///< Of `test`, see askBoth().
    StudySource benchmark;               ///< Of what was known before; count 0: none.
};

/// What a model says of the studies of a JudgeRequest (AskedModel::analyses); empty: not asked yet.
struct JudgeAnswers {
    std::vector<StudyAnalysis> test;
    std::vector<StudyAnalysis> benchmark;
};

/// A model to judge, and what is known of its answers. Null: nothing, and nothing is kept.
struct JudgedModel {
    Engine& engine;
    JudgeAnswers* answers = nullptr;
};

/// Asks both models and judges the second against the first. Errors of askBoth().
Result<TuningJudgement> judgeModels(const JudgedModel& before, const JudgedModel& after,
                                    const JudgeRequest& request, const JudgeOptions& options,
                                    const Progress& progress);

/// Loads both packages, and does the same. Errors of ModelApi::load() and askBoth().
Result<TuningJudgement> judgePackages(ModelApi& api, const std::filesystem::path& before,
                                      const std::filesystem::path& after,
                                      const JudgeRequest& request, const JudgeOptions& options,
                                      const Progress& progress);

} // namespace fovea

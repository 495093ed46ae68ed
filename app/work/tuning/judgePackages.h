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

/// Loads both packages, asks them and judges the second against the first. Errors of
/// ModelApi::load() and askBoth().
Result<TuningJudgement> judgePackages(ModelApi& api, const std::filesystem::path& before,
                                      const std::filesystem::path& after,
                                      const JudgeRequest& request, const JudgeOptions& options,
                                      const Progress& progress);

} // namespace fovea

#pragma once

#include "app/work/RegionSnapshot.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"

#include <cstdint>
#include <string>
#include <vector>

// Prompts compared with region vectors that the archive has: no image is encoded for it.

namespace fovea {

/// What a finding is asked with. Several prompts are an ensemble, as in a model's catalog.
struct RegionPrompts {
    std::string anatomyId;
    std::vector<std::string> positive; ///< At least one.
    std::vector<std::string> negative; ///< At least one.
    bool operator==(const RegionPrompts&) const = default;
};

/// A study's region of an anatomy: how much nearer it is to the positive prompts than to the
/// negative ones, cosine less cosine. A finding's score grows with it.
struct StudyMargin {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    double margin = 0.0;
};

/// The mean of unit vectors, made unit.
std::vector<float> ensembleVector(const std::vector<std::vector<float>>& vectors);
/// Unit vectors of prompts and of what they are told from.
struct PromptVectors {
    std::vector<std::vector<float>> positive;
    std::vector<std::vector<float>> negative;

    /// What gives the margin as inner product with a region's vector.
    std::vector<float> direction() const;
};
/// EmptyText for a prompt without words, or where a list is empty. On the engine's thread.
Result<PromptVectors> promptVectors(Engine& engine, const RegionPrompts& prompts);
double marginOf(const std::vector<float>& direction, const std::vector<float>& region);

/// One per study, from its newest analysis that has the anatomy, in the order of those analyses.
Result<std::vector<StudyMargin>> archiveMargins(const RegionSnapshot& snapshot,
                                                const std::vector<float>& direction,
                                                const std::string& anatomyId);

} // namespace fovea

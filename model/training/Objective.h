#pragma once

#include <optional>
#include <string>
#include <string_view>

// Standard C++ only.

namespace fovea {

/// What a network learns. Encoder, region pooling, batches, crops, steps and optimiser are the same
/// for all, so that they can be compared.
enum class Objective {
    /// Each anatomy's vector against its own sentences (arXiv 2501.14548).
    Fvlm,
    /// One vector per study, pooled by one query over all tokens of the window, against the whole
    /// report; one-hot targets (CLIP, arXiv 2103.00020).
    Clip,
    /// One logit per finding on its anatomy's vector before L2 normalisation; binary cross-entropy.
    /// No text is read.
    Supervised,
};

/// Which pairs that are not each other's Fvlm does not treat as negatives.
enum class FalseNegatives {
    None,    ///< One-hot targets.
    Normals, ///< Normal samples and equal captions are mutual positives (softTargets()).
    /// Normals, and two networks soften each other's targets of abnormal samples (CoTeaching.h).
    NormalsAndAbnormals,
};

/// As a recipe spells them: "fvlm", "clip", "supervised"; "none", "normals", "normals+abnormals".
std::string nameOf(Objective objective);
std::string nameOf(FalseNegatives falseNegatives);
std::optional<Objective> objectiveOf(std::string_view name);
std::optional<FalseNegatives> falseNegativesOf(std::string_view name);

} // namespace fovea

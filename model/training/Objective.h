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

/// What Fvlm holds against each other within an anatomy.
enum class Contrast {
    Anatomies, ///< All that is said of it, as the paper does.
    /// Finding by finding: of each study of a batch the sentence on that finding. One vector still
    /// has to answer for all findings of its anatomy, but each sentence competes only with others
    /// on its subject, so that what tells them apart is the finding. Where a sample has it, the
    /// sentences of the others that have it are half positives: they differ in side, size or words.
    /// (Our own; of whole texts with eleven findings almost every pair differs, and in most of them
    /// by chance.)
    Findings,
};

/// As a recipe spells them: "fvlm", "clip", "supervised"; "none", "normals", "normals+abnormals";
/// "anatomies", "findings".
std::string nameOf(Objective objective);
std::string nameOf(FalseNegatives falseNegatives);
std::string nameOf(Contrast contrast);
std::optional<Objective> objectiveOf(std::string_view name);
std::optional<FalseNegatives> falseNegativesOf(std::string_view name);
std::optional<Contrast> contrastOf(std::string_view name);

} // namespace fovea

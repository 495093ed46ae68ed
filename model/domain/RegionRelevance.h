#pragma once

#include <array>
#include <string>
#include <vector>

namespace fovea {

/// How much each token of a region speaks for a text; the formulas are in
/// model/network/Relevance.h.
enum class RelevanceMethod {
    /// Attention-weighted value attribution: the exact split of the cosine over tokens. Says what
    /// the pooled vector is made of; the values together with `bias` are `target`.
    AttentionWeightedValue,
    /// Gradient x input of the cosine at the features that pooling reads. Says what the cosine
    /// would react to, attention weights included; does not add up to anything.
    GradientTimesInput,
    /// What the cosine loses when pooling goes on without the token. Says what the answer would
    /// have been; does not add up to anything.
    LeaveOneOut,
    /// What it loses when pooling goes on without a neighbourhood, on average over the token alone
    /// and the two next larger ones around it: what several neighbours show alike, leaving one of
    /// them out does not miss. Does not add up to anything.
    LeaveNeighborsOut
};

/// A text (or one text against another) on the tokens of one region.
struct RegionRelevance {
    std::string anatomyId;
    RelevanceMethod method = RelevanceMethod::AttentionWeightedValue;
    /// What is explained: the cosine of the region's vector with the positive texts less that with
    /// the negative ones, where there are any.
    double target = 0.0;
    /// The part of `target` that no token has: it comes from the biases of pooling and projection.
    /// 0 with the other methods.
    double bias = 0.0;
    /// One signed value per token of tokenGrid (D-major, then H, then W): above 0 it speaks for the
    /// positive texts. 0 where the region has no token.
    std::vector<float> values;
    std::array<int, 3> tokenGrid{0, 0, 0}; ///< As RegionEmbedding's.
    std::array<double, 3> tokenOriginMm{0, 0, 0};
    std::array<std::array<double, 3>, 3> tokenStepMm{};
};

} // namespace fovea

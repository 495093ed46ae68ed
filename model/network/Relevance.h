#pragma once

#include "model/domain/RegionRelevance.h"
#include "model/network/ImageEncoder.h"
#include "model/network/Parameters.h"

#include <cstdint>
#include <span>

namespace fovea {

/// A text's relevance on the tokens of a region, as tensors.
struct TokenRelevance {
    at::Tensor values;   ///< [n], one per token handed in, summed over feature levels and heads.
    double target = 0.0; ///< <direction, v> with the region's unit vector v.
    double bias = 0.0;   ///< As RegionRelevance::bias.
};

/// Which tokens of a region speak for a text.
///
/// The region's vector is v = z / |z| with z = W_p (W_o m + b_o) + b_p and m = concat_h of
/// sum_i a_hi (W_h x_i + b_h): x_i are the features of the region's tokens on every level
/// (regionKeys()), a_hi = softmax_i(s_hi) the attention of head h, s_hi = <k_h, x_i> its score with
/// k_h the anatomy's query times the key projection. `direction` u is a unit text vector, or the
/// difference of two (positive less negative); explained is the target t = <u, v>.
///
/// AttentionWeightedValue: everything between the values and z is linear, so with
/// g = W_oᵀ W_pᵀ u the target splits exactly into
///     a_hi <W_hᵀ g_h, x_i> / |z| for each head and token, and a bias part, (<g, b> + <W_pᵀ u, b_o>
///     + <u, b_p>) / |z|.
/// It is the pooling layer's part of what Abnar & Zuidema (ACL 2020, "Quantifying Attention Flow in
/// Transformers") follow by attention weights alone and Kobayashi et al. (EMNLP 2020, "Attention is
/// Not Only a Weight") by weights and values; here the value is projected on the text. What the
/// encoder mixed into a token before stays in that token.
///
/// GradientTimesInput: <dt/dx_i, x_i> (Shrikumar et al., ICML 2017, "Learning Important Features
/// Through Propagating Activation Differences", compare it to theirs; Chefer et al., ICCV 2021,
/// "Generic Attention-model Explainability", weigh attention by its gradient likewise) at the same
/// features, each level taken as an input of its own. In closed form, with r = (u - t v) / |z| in
/// the place of u in g, c_hi = <W_hᵀ g_h, x_i> and its attention-weighted mean c_h:
///     sum_h a_hi (c_hi + (c_hi - c_h) s_hi).
///
/// LeaveOneOut: t - t_i, where t_i is the target of the region without token i on all its levels
/// (occlusion: Zeiler & Fergus, ECCV 2014, "Visualizing and Understanding Convolutional Networks";
/// here of what pooling reads, not of voxels). The attention of the other tokens then sums to one
/// again: m_h becomes (m_h - sum_l a_hli W_h x_li) / (1 - sum_l a_hli). Where a region has one
/// token alone: t.
///
/// LeaveNeighborsOut: the same with t_i of the region without the tokens at most r away from token
/// i along every axis of the grid, the mean over r = 0, 1 and 2, as occlusion with patches of three
/// sizes. Where a finding covers several tokens, one of them alone is hardly missed, and the map of
/// LeaveOneOut is what is left of it at its edges. (On 410 phantoms the peak lay on the right side
/// in 52 of 59 effusions on one side and in 46 of 46 consolidations; with r = 1 alone in 49 and
/// 46.)
///
/// With NetworkConfig::regionStatistics z gets W_s s(r) (regionStatistics.h). A mean's part belongs
/// in equal shares to the tokens that are counted in it, so <W_sᵀ u, s(r)> splits into each token's
/// own values and, of s's offset and what it clamps, into the bias; likewise for GradientTimesInput
/// with r in the place of u, statistics taken as an input of their own as each level is.
/// The last two take the statistics of the region without the tokens.
///
/// `anatomyIndex`, `sample`, `tokens`: as poolRegion(). Everything on one device. Works under
/// InferenceMode; throws c10::Error.
TokenRelevance tokenRelevance(const NetworkConfig& config, const ParameterMap& parameters,
                              const ImageFeatures& features, std::int64_t sample, int anatomyIndex,
                              std::span<const std::int64_t> tokens, const at::Tensor& direction,
                              RelevanceMethod method);

} // namespace fovea

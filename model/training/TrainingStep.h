#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/network/Fvlm.h"
#include "model/training/Objective.h"
#include "model/training/TrainingBatch.h"
#include "model/training/TrainingEncoder.h"

#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace fovea {

/// Parameters beyond the network's that the supervised objective has: one row per finding of the
/// recipe over its anatomy's vector, [findings, embedding] and [findings].
inline constexpr std::string_view FindingWeight = "finding_head.weight";
inline constexpr std::string_view FindingBias = "finding_head.bias";

/// What is learnt from a batch, and how.
struct LossOptions {
    Objective objective = Objective::Fvlm;
    FalseNegatives falseNegatives = FalseNegatives::Normals;
    EncoderArithmetic arithmetic;
    std::span<const FindingDefinition> findings; ///< Read by Objective::Supervised alone.
    /// Softens the targets (CoTeaching.h); null: nobody does. Its parameters are not changed.
    const Fvlm* peer = nullptr;
    double coTeachingWeight = 0.5;
    /// With topics: weight of holding a region against each sentence that names its finding's side
    /// and the same sentence with the other side: the mean of -log softmax of the two, cosines
    /// divided by the temperature. So the vector has to know where, and with it what was seen
    /// there.
    double sideContrast = 0;
};

struct TrainingLoss {
    at::Tensor total;                               ///< Undefined where nothing counts.
    std::vector<std::pair<int, double>> perAnatomy; ///< Anatomy index and its loss.
    int contests = 0; ///< That `total` of Fvlm and Clip is a sum over.
};

/// The loss of a batch.
///
/// Fvlm: the sum over the anatomies that have at least one abnormal sample in the batch of their
/// contrastive loss; with a batch that has topics, over the findings that at least one sample has,
/// and LossOptions::sideContrast. Clip: the contrastive loss of whole studies (a batch of
/// wholeStudy and a network whose one anatomy is the study). Supervised: the mean binary
/// cross-entropy over all pairs of a region and a finding of its anatomy. Differentiable; throws
/// c10::Error.
TrainingLoss trainingLoss(const Fvlm& network, const TrainingBatch& batch,
                          const LossOptions& options = {});

/// Unit vectors [texts, embedding] of token id sequences.
using TextVectors =
    std::function<at::Tensor(const std::vector<std::vector<std::int64_t>>& sequences)>;

/// A batch as a network sees it.
struct SeenBatch {
    std::vector<at::Tensor> regions; ///< As regionVectors() gives them.
    TextVectors texts;
    at::Tensor temperature;
};

/// The loss of Fvlm and Clip of a batch that was seen already; `peer`, of the same batch, softens
/// the targets in the place of options.peer, which is not asked. Differentiable in vectors, texts
/// and temperature of `seen`; throws c10::Error.
TrainingLoss contrastOf(const TrainingBatch& batch, const SeenBatch& seen,
                        const LossOptions& options = {}, const SeenBatch* peer = nullptr);

/// For every anatomy the vectors [regions, embedding] of its regions in a batch, before
/// normalisation. Differentiable; throws c10::Error.
std::vector<at::Tensor> regionVectors(const Fvlm& network, const TrainingBatch& batch,
                                      const EncoderArithmetic& arithmetic);

/// The logits [regions, findings of the anatomy] of the supervised objective from vectors before
/// normalisation; `rows` are the findings' positions in the recipe.
at::Tensor findingLogits(const ParameterMap& parameters, const at::Tensor& vectors,
                         const std::vector<std::int64_t>& rows);

/// Positions of the findings of an anatomy.
std::vector<std::int64_t> findingsOf(std::span<const FindingDefinition> findings,
                                     const std::string& anatomyId);

} // namespace fovea

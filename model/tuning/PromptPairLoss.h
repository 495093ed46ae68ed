#pragma once

#include "model/checkpoint/ModelManifest.h"
#include "model/text/WordPiece.h"
#include "model/training/TrainingBatch.h"
#include "model/training/TrainingStep.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// Learns from labels what the engine will be asked: of a finding its score, softmax over
/// (negative, positive) prompts of cosine divided by temperature, against whether it is there;
/// cross-entropy, both classes of the training studies weighing the same, averaged over the
/// findings. Findings that have one class only are left out, and so are regions of which nobody
/// knows.
class PromptPairLoss {
public:
    /// Counts the classes in `cases`.
    PromptPairLoss(const std::vector<FindingDefinition>& findings,
                   const std::vector<std::string>& anatomyIds,
                   const std::vector<TrainingCase>& cases, const WordPiece& words,
                   std::size_t maxTokens);

    struct Count {
        std::string anatomyId;
        std::string findingId;
        std::size_t positives = 0;
        std::size_t negatives = 0;
    };
    const std::vector<Count>& counts() const { return m_counts; } ///< By finding.

    /// `regions` as contrastOf()'s. Undefined where the batch tells nothing. Differentiable; throws
    /// c10::Error.
    at::Tensor operator()(const TrainingBatch& batch, const std::vector<at::Tensor>& regions,
                          const TextVectors& texts, const at::Tensor& temperature) const;

private:
    struct Asked {
        std::string id;
        std::size_t anatomy = 0;
        double positiveWeight = 0; ///< Mean over the training studies: 1.
        double negativeWeight = 0;
        std::vector<std::vector<std::int64_t>> positive;
        std::vector<std::vector<std::int64_t>> negative;
    };
    std::vector<Count> m_counts;
    std::vector<Asked> m_asked; ///< Those with both classes.
};

} // namespace fovea

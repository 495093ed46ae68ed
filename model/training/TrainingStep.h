#pragma once

#include "model/network/Fvlm.h"
#include "model/text/WordPiece.h"
#include "model/training/TrainingCase.h"

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace fovea {

/// A batch as the network wants it: windows of one size and, per anatomy, which samples show it
/// whole and what is said of it.
struct TrainingBatch {
    at::Tensor images; ///< Float [B, 1, D, H, W].
    struct Region {
        std::int64_t sample = 0;
        std::vector<std::int64_t> tokens; ///< Of the window's grid.
        std::string caption;              ///< Whole, template included.
        std::vector<std::int64_t> captionIds;
        bool normal = false;
    };
    std::vector<std::vector<Region>> regions; ///< By anatomy index.
};

/// How cases become batches.
struct BatchOptions {
    Index3 crop{112, 256, 352}; ///< D, H, W voxels; every study is at least that large.
    Index3 patch{16, 16, 32};
    double sentenceDropout =
        0.0; ///< Sentences of an abnormal text left out; 0 also keeps their order.
    std::vector<std::string> anatomyIds;
};

/// Random windows of the cases. An anatomy that touches a face of its window is left out, as in the
/// released training: it may be cut.
TrainingBatch makeBatch(std::span<const TrainingCase* const> cases, const BatchOptions& options,
                        const WordPiece& words, std::size_t maxTokens, std::mt19937_64& random);

struct TrainingLoss {
    at::Tensor total; ///< Sum over anatomies; undefined where none counts.
    std::vector<std::pair<int, double>> perAnatomy; ///< Anatomy index and its loss.
};

/// Sum over the anatomies that have at least one abnormal sample in the batch of their contrastive
/// loss. Differentiable; throws c10::Error.
TrainingLoss trainingLoss(const Fvlm& network, const TrainingBatch& batch);

} // namespace fovea

#pragma once

#include "model/text/WordPiece.h"
#include "model/training/Augmentation.h"
#include "model/training/BatchPooling.h"
#include "model/training/FindingSentences.h"
#include "model/training/TrainingCase.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace fovea {

/// A batch as the network wants it: windows of one size and, per anatomy, which samples show it
/// whole and what is said of it.
struct TrainingBatch {
    at::Tensor images; ///< Float [B, 1, D, H, W]; undefined with BatchOptions::withoutImages.
    std::vector<const TrainingCase*> cases; ///< Of its samples, in their order.
    struct Region : PooledTokens {
        std::string caption; ///< Whole, template included.
        std::vector<std::int64_t> captionIds;
        std::vector<std::string> findings; ///< Ids of those present.
        bool normal = false;
    };
    /// By anatomy index; with BatchOptions::wholeStudy one list with one entry per sample.
    std::vector<std::vector<Region>> regions;

    /// What is said of one finding in the samples of which something can be said.
    struct Topic {
        std::size_t anatomy = 0;
        struct Sentence {
            std::size_t region = 0; ///< Of regions[anatomy].
            std::string caption;
            std::vector<std::int64_t> captionIds;
            /// The sentence with its side exchanged, which is not true of the region; empty where
            /// it is absent, or does not name one side alone.
            std::vector<std::int64_t> otherSideIds;
            bool present = false;
        };
        std::vector<Sentence> sentences;
    };
    std::vector<Topic> topics; ///< One per BatchOptions::topics.
};

/// How cases become batches.
struct BatchOptions {
    Index3 crop{112, 256, 352}; ///< D, H, W voxels, multiples of the patch.
    Index3 patch{16, 16, 32};
    /// Sentences of an abnormal text left out; 0 also keeps their order.
    double sentenceDropout = 0.0;
    std::vector<std::string> anatomyIds;
    Augmentation augmentation;
    /// Findings of which a sentence is drawn for every sample; empty: none.
    struct Topic {
        std::size_t anatomy = 0; ///< Index of its anatomy.
        std::string findingId;
    };
    std::vector<Topic> topics;
    FindingSentences sentences;  ///< Of the cases that batches are made of; read with topics alone.
    bool anatomyChannel = false; ///< Of the network: markInside().
    /// What is said alone: no window is cut, no region is, and none has tokens. For who keeps the
    /// studies' features.
    bool withoutImages = false;
    /// One region per sample: all tokens, and the spoken captions of all its anatomies, joined.
    bool wholeStudy = false;
};

/// For each anatomy (label 1 …) the tokens of a window that hold at least one voxel of it, flat and
/// D-major. `size` D, H, W voxels, multiples of the patch.
std::vector<std::vector<std::int64_t>> tokensOfLabels(const std::vector<std::uint8_t>& labels,
                                                      const Index3& size, const Index3& patch,
                                                      std::size_t anatomies);

/// Random windows of the cases. An anatomy that touches a face of its window is left out, as in the
/// released training: it may be cut.
TrainingBatch makeBatch(std::span<const TrainingCase* const> cases, const BatchOptions& options,
                        const WordPiece& words, std::size_t maxTokens, std::mt19937_64& random);

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"

#include <cstdint>
#include <vector>

namespace fovea {

/// How sure a network was of one structure, told from its softmax, on its own grid and before
/// labels were brought back.
struct StructureConfidence {
    /// Below these a reader is warned. Chosen, not fitted: a rim between two structures that a
    /// network is sure of has well below one bit; more means that it wavers among several.
    static constexpr double lowProbability = 0.7;
    static constexpr double highRimEntropy = 1.0;

    std::uint16_t label = 0;
    /// Mean, over its voxels, of the probability that each has this label. Larger than 1 over the
    /// number of classes, at most 1.
    double probability = 0.0;
    /// Mean entropy of all classes' probabilities, in bits, over its voxels that touch another
    /// label by a face. 1: as if tossing a coin between two.
    double rimEntropy = 0.0;

    bool isLow() const { return probability < lowProbability || rimEntropy > highRimEntropy; }
    bool operator==(const StructureConfidence&) const = default;
};

/// What a segmenter made.
struct Segmentation {
    LabelMapPtr labels;
    /// By rising label; empty where the segmenter does not know.
    std::vector<StructureConfidence> confidence;
};

} // namespace fovea

#pragma once

#include "model/domain/Segmentation.h"
#include "model/segment/SlidingWindow.h"

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace fovea {

/// Looks at the logits of one model as they go to the arg-max, plane by plane, and sums up how sure
/// the network was of each structure. Holds three planes of labels and two of entropies, and for as
/// long as it looks at a plane the probabilities of those of its voxels that are not background.
///
/// Where several parts label one grid, a voxel that a later part overwrites still counts for the
/// earlier one: parts do not overlap but for a few voxels.
class ConfidenceRecorder {
public:
    /// `offset` is added to all labels but 0, as a LabelTarget has it.
    explicit ConfidenceRecorder(int offset = 0)
        : m_offset(offset)
    {
    }

    /// A LogitsSink; each image by itself: planes rise by one, from 0. Under InferenceMode.
    Status operator()(int first, const at::Tensor& logits);

    /// After the last plane. By rising label.
    std::vector<StructureConfidence> finish();

private:
    struct Plane {
        std::vector<std::int64_t> labels; ///< Row-major; empty: there is none.
        std::vector<float> entropy;       ///< Bits; of what is not background.
    };
    struct Sums {
        std::size_t voxels = 0;
        double probability = 0.0;
        std::size_t rimVoxels = 0;
        double rimEntropy = 0.0;
    };

    Plane look(const at::Tensor& logits);
    /// Sums the rim of `plane`, whose neighbours are known.
    void addRim(const Plane& below, const Plane& plane, const Plane& above);

    int m_offset;
    std::size_t m_width = 0;
    Plane m_before;
    Plane m_last;
    std::map<std::int64_t, Sums> m_sums; ///< By the model's own label.
};

/// Hands planes to the recorder before `sink`; without a recorder, `sink` itself.
LogitsSink recorded(ConfidenceRecorder* recorder, LogitsSink sink);

} // namespace fovea

#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/segment/CanonicalGrid.h"
#include "model/segment/SegmentOptions.h"
#include "model/segment/SegmentationInput.h"
#include "model/segment/SegmentationModel.h"

#include <cstdint>
#include <vector>

namespace fovea {

class ConfidenceRecorder;

/// TotalSegmentator's order of work: the volume is brought to a model's spacing once, any number of
/// models of that spacing label it there, and the labels go back to the volume's grid together.
class ZoomedSegmentation {
public:
    /// At the spacing of `config`. Looks at the volume, which must outlive it. Cancelled,
    /// OutOfMemory.
    static Result<ZoomedSegmentation> create(const SegmentationConfig& config, const Volume& volume,
                                             const SegmentOptions& options,
                                             const Progress& progress);

    /// Labels of one model, `offset` added to all but the background; they overwrite those of
    /// earlier ones. `recorder`, where there is one, sees what they were chosen from. BadOption
    /// where its spacing is another; Cancelled within one window. Under InferenceMode. May throw
    /// c10::Error and std::bad_alloc.
    Status add(const SegmentationModel& model, int offset, const SegmentOptions& options,
               const Progress& progress, ConfidenceRecorder* recorder = nullptr);

    /// Makes background of pieces of a structure (labelPieces.h) of no more than that volume.
    void removeSmallPieces(double mm3);

    /// On the volume's grid, i fastest.
    std::vector<std::uint16_t> labels() const;

private:
    ZoomedSegmentation(const Volume& volume, const ArrayView& canonical, const Vec3& spacingMm,
                       ZoomedVolume zoomed);

    const Volume* m_volume;
    ArrayView m_canonical;
    Vec3 m_spacingMm{}; ///< Of the canonical axes.
    ZoomedVolume m_zoomed;
    std::vector<std::uint16_t> m_labels; ///< On the zoomed grid.
};

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"

namespace fovea {

/// What views are measured with: a synthetic chest of 512 x 512 x `slices` voxels (0.7 x 0.7 mm,
/// 300 mm high) and its structures, the largest of them cut in halves until there are as many as a
/// segmenter of the whole body finds.
struct BenchStudy {
    static constexpr int structures = 117;
    static constexpr int matrix = 512;

    VolumePtr volume;
    LabelMapPtr labels;

    /// Errors: those of makePhantom().
    static Result<BenchStudy> make(int slices, const Progress& progress);
};

} // namespace fovea

#pragma once

#include "model/bench/BenchReport.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Volume.h"
#include "model/network/NetworkConfig.h"
#include "model/preprocess/PreparedStudy.h"

namespace fovea {

/// A study of noise with a box for every anatomy, as prepareStudy() would leave it: of the
/// settings' minimum size (OneWindow), or larger than the window, with the first anatomy larger
/// than the window too and every other in a place of its own (AllWindows).
PreparedStudy benchStudy(BenchCase::Kind kind, const NetworkConfig& network,
                         const PreprocessSettings& settings);

struct BenchVolume {
    VolumePtr volume;
    LabelMapPtr labels;
};

/// A CT of 512 x 512 x 600 voxels of 0.7 x 0.7 x 1 mm, with a box for every anatomy that leaves
/// most of it in the crop.
BenchVolume benchVolume(const NetworkConfig& network);

} // namespace fovea

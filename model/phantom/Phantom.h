#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"

#include <cstdint>
#include <string>
#include <vector>

// Synthetic chests: standard C++ only (static library fovea_phantom), so that the command line can
// make them without LibTorch.

namespace fovea {

/// How finely a phantom is sampled. Defaults are those of a clinical chest CT.
struct PhantomGrid {
    Index3 size{512, 512, 150};
    Vec3 spacingMm{0.7, 0.7, 2.0};
};

struct PhantomFinding {
    std::string anatomyId; ///< "lung", "heart", "aorta", "esophagus"
    std::string findingId; ///< CT-RATE's finding as a key, e.g. "pleural_effusion"
    double severity = 0.0; ///< In (0, 1].
    Side side = Side::None;
};

struct PhantomRegionText {
    std::string anatomyId;
    std::string text; ///< Sentences of the report that speak of this anatomy.
};

struct Phantom {
    VolumePtr volume;
    /// Structures named like TotalSegmentator v2's, mapped to anatomies.
    LabelMapPtr labels;
    std::vector<PhantomFinding> findings;
    std::vector<PhantomRegionText> report;
    bool female = false;
};

/// Deterministic for (seed, grid), whatever the number of threads. ErrorCode::Cancelled when asked.
Result<Phantom> makePhantom(std::uint64_t seed, const PhantomGrid& grid, const Progress& progress);

} // namespace fovea

#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Volume.h"
#include "model/phantom/PhantomGrid.h"
#include "model/phantom/PhantomSite.h"
#include "model/phantom/PhantomTruth.h"
#include "model/phantom/ReportWriter.h"

#include <cstdint>
#include <string>
#include <vector>

// Synthetic chests: standard C++ only (static library fovea_phantom), so that the command line can
// make them without LibTorch.

namespace fovea {

struct Phantom {
    VolumePtr volume;
    /// Structures named like TotalSegmentator v2's, mapped to anatomies.
    LabelMapPtr labels;
    PhantomTruth truth;
    PhantomReport report;
};

/// Deterministic for (seed, grid, site), whatever the number of threads. ErrorCode::Cancelled when
/// asked.
Result<Phantom> makePhantom(std::uint64_t seed, const PhantomGrid& grid, const Progress& progress,
                            const PhantomSite& site = PhantomSite::reference());

} // namespace fovea

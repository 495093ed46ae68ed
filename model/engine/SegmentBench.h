#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Free of Torch types.

namespace fovea {

struct SegmentBenchOptions {
    enum class Way {
        /// The reference's order of work: every window by itself in fp32 with LibTorch's operations
        /// and settings, sums in half precision, all classes' logits of the whole volume, then the
        /// largest of each voxel.
        Reference,
        Full, ///< The same with sums in fp32: what the others' labels are compared with.
        Ours  ///< slideLabels().
    };
    Way way = Way::Ours;
    /// A model folder; empty: the size of TotalSegmentator's 3 mm model (PlainConvUNet of 5 stages,
    /// 118 outputs, windows of 112 × 112 × 128) with made-up weights.
    std::filesystem::path model;
    Index3 size{180, 112, 240}; ///< Voxels of the made-up image along D, H, W, normalised.
};

/// One way's run, best in a process of its own: the largest memory is the process's.
struct SegmentBenchRun {
    double seconds = 0.0;          ///< From the normalised image to labels.
    double processorSeconds = 0.0; ///< Of all threads, which other work on the machine delays less.
    std::uint64_t peakBytes = 0;   ///< Resident, with weights and libraries.
    int windows = 0;
    int threads = 0;
    std::string processor;
    std::string torchVersion;
    std::vector<std::uint16_t> labels; ///< [D, H, W]
};

} // namespace fovea

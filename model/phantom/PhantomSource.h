#pragma once

#include "model/engine/Engine.h"
#include "model/phantom/Phantom.h"
#include "model/phantom/PhantomScan.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace fovea {

/// How phantoms are sampled: each by a protocol of its own, or all on one grid.
struct PhantomSampling {
    ScanDetail detail = TrainingDetail;
    std::optional<PhantomGrid> grid; ///< Instead of sampleScan().
    PhantomSite site{};              ///< Where they come from.
};

/// The study that a phantom is to training and evaluation: one region per anatomy of its report,
/// with the findings it really has.
LabelledStudy labelledStudy(const Phantom& phantom);

/// Phantoms with seeds firstSeed .. firstSeed + count - 1, drawn anew at each load. Ranges that do
/// not overlap give studies that have nothing in common: that is how training, validation and test
/// are kept apart. BadOption beyond count.
StudySource phantomSource(std::uint64_t firstSeed, std::size_t count,
                          const PhantomSampling& sampling = {});

} // namespace fovea

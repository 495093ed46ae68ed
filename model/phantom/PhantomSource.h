#pragma once

#include "model/engine/Engine.h"
#include "model/phantom/Phantom.h"

#include <cstddef>
#include <cstdint>

namespace fovea {

/// A grid fine enough for a small network and quick to draw: 350 x 280 x 300 mm.
inline constexpr PhantomGrid PhantomTrainingGrid{{140, 112, 60}, {2.5, 2.5, 5.0}};

/// The study that a phantom is to training and evaluation: one region per anatomy of its report,
/// with the findings it really has.
LabelledStudy labelledStudy(const Phantom& phantom);

/// Phantoms with seeds firstSeed .. firstSeed + count - 1, drawn anew at each load. Ranges that do
/// not overlap give studies that have nothing in common: that is how training, validation and test
/// are kept apart. BadOption beyond count.
StudySource phantomSource(std::uint64_t firstSeed, std::size_t count, const PhantomGrid& grid);

} // namespace fovea

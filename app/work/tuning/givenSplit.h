#pragma once

#include "app/work/tuning/StudyFinder.h"
#include "app/work/tuning/TuningSet.h"

#include <filesystem>

namespace fovea {

/// Puts the set's studies into the splits that a CSV of two columns gives them (study, split).
/// Studies that it does not name are taken out. Tells where a patient is in two splits: in the
/// file, or in another one than `set.split` remembers. Errors: those of readCsv();
/// TableCellInvalid.
Status applyGivenSplit(const std::filesystem::path& file, const StudyFinder& finder,
                       TuningSet& set);

} // namespace fovea

#pragma once

#include "app/work/tuning/TuningSet.h"
#include "model/domain/Anatomy.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace fovea {

/// The studies as training and evaluation want them, read from the archive one at a time, each
/// whenever it is asked for. Opens the archive itself, so that it may be used by another thread
/// than the one that gathered the set. Errors of loading: those of loadSeries() and loadLabelMap().
StudySource tuningSource(const std::filesystem::path& archiveFolder,
                         const std::vector<const TuningStudy*>& studies,
                         const AnatomyCatalog& catalog, std::stop_token stop);

/// Numbers from 0 for the patients of these studies, in their order: what a bootstrap is over.
std::vector<std::uint32_t> patientNumbers(const std::vector<const TuningStudy*>& studies);

} // namespace fovea

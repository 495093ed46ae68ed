#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <filesystem>

namespace fovea {

/// Makes a CT series in DICOM of a research volume file (NIfTI, NRRD, MetaImage, values in HU),
/// which is how such a volume gets into the archive. Says in `folder`, which must exist, what it
/// is: derived images, the description "Research volume", nobody's name. The UIDs come from the
/// file's bytes, so that the same file gives the same series.
///
/// Voxels are where the file has them, rounded to whole HU and kept between -32768 and 32767; of
/// left-handed axes the planes are counted from the other end.
///
/// Errors: those of readVolumeFile() and writeCtSeries().
Status writeResearchSeries(const std::filesystem::path& file, const std::filesystem::path& folder,
                           const Progress& progress);

} // namespace fovea

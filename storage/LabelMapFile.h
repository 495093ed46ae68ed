#pragma once

#include "model/domain/LabelMap.h"
#include "model/domain/Result.h"

#include <filesystem>

namespace fovea {

/// True for the names that writeLabelMapFile() takes: .nii, .nii.gz, .nrrd, .mha, in any case. (Not
/// .nhdr and .mhd, which are two files.)
bool isLabelMapFileName(const std::filesystem::path& path);

/// Writes a label map as a volume file on its own grid. One uint16 label per voxel,
/// compressed where the format can. NRRD files have the structures' names as Slicer writes them;
/// the others have no place for names. The file is there whole or not at all,
/// also after a crash: it is written beside its place, waited for until it is on the disk, and
/// renamed.
///
/// Errors: BadOption (a name of another kind), FileNotWritable, DiskFull, OutOfMemory. Reentrant.
Status writeLabelMapFile(const std::filesystem::path& path, const LabelMap& labels);

} // namespace fovea

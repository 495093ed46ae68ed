#pragma once

#include "storage/SeriesReader.h"

#include <filesystem>

namespace fovea {

/// True for the names readVolumeFile() and readLabelMap() take for volume files: .nii, .nii.gz,
/// .nrrd, .nhdr, .mha, .mhd, in any case.
bool isVolumeFileName(const std::filesystem::path& path);

/// Reads a CT from a research volume file (NIfTI, NRRD, MetaImage) whose values are HU.
///
/// Axes stay as the file has them; positions come out in LPS (NIfTI's RAS is turned over). Any
/// scalar type; floating point is rounded to nearest (note RoundedValues), NaN and values below
/// -32768 become -1024 and -32768 (the NIfTI library makes NaN 0 before that). A scale of 0 or NaN
/// in a NIfTI header means none.
///
/// Errors: FileNotFound, FileNotReadable, BrokenFile, UnsupportedPixels (colour, or not three
/// dimensions), ValueOutOfRange (above 32767), OutOfMemory, Cancelled. Threads: reentrant.
Result<VolumeWithNotes> readVolumeFile(const std::filesystem::path& path, const Progress& progress);

} // namespace fovea

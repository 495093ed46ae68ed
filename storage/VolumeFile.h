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
/// in a NIfTI header means none. Where qform and sform of a NIfTI file differ, the sform counts,
/// with the exceptions that NiftiFile.h names.
///
/// Errors: FileNotFound, FileNotReadable, BrokenFile, UnsupportedPixels (colour, or not three
/// dimensions), ValueOutOfRange (above 32767), OutOfMemory, Cancelled. Threads: reentrant.
Result<VolumeWithNotes> readVolumeFile(const std::filesystem::path& path, const Progress& progress);

/// How far apart (mm, at most) qform and sform put the same corner of a NIfTI file's grid, where
/// that is more than single precision makes of a place in a patient (0.1 mm); else, and for
/// whatever is no such file, 0. A reader should know: half of the programs go by the other one.
/// Reads the header alone.
double niftiPlacesApartMm(const std::filesystem::path& path);

} // namespace fovea

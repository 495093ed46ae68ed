#pragma once

#include <cstddef>
#include <filesystem>

namespace fovea {

/// False where a NIfTI-1 file (.nii or .nii.gz, little endian) ends before its last voxel. The
/// library that reads NIfTI would fill the rest with zeros and say nothing. True for files of
/// another kind. `voxels`: how many its header declares.
bool isCompleteNifti(const std::filesystem::path& path, std::size_t voxels);

/// Whether a NIfTI-1 or NIfTI-2 header (plain or gzip, either byte order) has the right size and
/// mark, and lengths, quaternion and matrices that are numbers of a sensible size: the library that
/// makes axes of them ends the program on any other. What scales values may be no number, which
/// means none.
bool hasSoundNiftiHeader(const std::filesystem::path& path);

} // namespace fovea

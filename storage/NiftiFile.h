#pragma once

#include <cstddef>
#include <filesystem>

namespace fovea {

/// False where a NIfTI-1 file (.nii or .nii.gz, little endian) ends before its last voxel. The
/// library that reads NIfTI would fill the rest with zeros and say nothing. True for files of
/// another kind. `voxels`: how many its header declares.
bool isCompleteNifti(const std::filesystem::path& path, std::size_t voxels);

} // namespace fovea

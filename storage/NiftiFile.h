#pragma once

#include "model/domain/ImageGeometry.h"

#include <cstddef>
#include <filesystem>
#include <optional>

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

/// Where the voxels of a NIfTI file lie.
struct NiftiPlace {
    ImageGeometry geometry; ///< LPS, mm.
    /// How far (mm) qform and sform put the same corner of the grid from each other at most; 0
    /// where only one of them is given.
    double differenceMm = 0.0;
};

/// Reads qform and sform (nifti1.h, "3D IMAGE (VOLUME) ORIENTATION AND LOCATION IN SPACE"). The
/// sform's matrix counts, with the lengths of its columns as spacing, as it does for nibabel and so
/// for what most networks were trained on; the qform counts where there is no sform, where the
/// sform is sheared, or where the sform leads to a standard space (codes above 2) and the qform to
/// the scanner's. ITK chooses much the same, but takes its spacing from pixdim whatever the matrix
/// says. Nothing where the file gives neither, or none that is a grid with right angles.
std::optional<NiftiPlace> readNiftiPlace(const std::filesystem::path& path, Index3 size);

/// The first three dimensions that a sound header declares, none of them below 1.
std::optional<Index3> niftiSize(const std::filesystem::path& path);

} // namespace fovea

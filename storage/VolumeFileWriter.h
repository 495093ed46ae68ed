#pragma once

#include "model/domain/Result.h"
#include "model/domain/Volume.h"

#include <filesystem>

namespace fovea {

/// Writes a CT as an uncompressed NIfTI file (.nii) for another program: int16 HU on the volume's
/// own grid, its place in the patient as affine (LPS turned over to NIfTI's RAS). Nothing of the
/// patient or the study is in it.
///
/// Errors: BadOption (a name of another kind), FileNotWritable, OutOfMemory. What a failure leaves
/// is the caller's to remove. Reentrant.
Status writeNiftiVolume(const std::filesystem::path& path, const Volume& volume);

} // namespace fovea

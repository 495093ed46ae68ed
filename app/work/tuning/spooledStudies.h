#pragma once

#include "model/engine/Engine.h"

#include <filesystem>

namespace fovea {

/// `source`, each study of which is drawn once: its voxels and labels go to a file in `folder`
/// (made where needed) and are read from there the next time; all else of it stays in memory, which
/// is little. For sources that are slow and asked often; a study takes 4 bytes per voxel on disk.
/// The files are the caller's to remove. One thread at a time. Errors of `source`; DiskFull,
/// FileNotWritable, FileNotReadable.
StudySource spooled(StudySource source, const std::filesystem::path& folder);

} // namespace fovea

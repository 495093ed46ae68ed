#pragma once

#include "model/checkpoint/StagedFolder.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <string>

namespace fovea {

/// Puts a released model, a zip as it is downloaded or a folder as it is unpacked, beside the place
/// `target` that it is meant for, whole and on the disk; commit() then takes it there at one stroke
/// and nothing is left where that is never called. Kept is what inference and a reader need: plans,
/// data set, final checkpoints, licences and notes. A folder that only wraps the rest is left out.
/// `source` stays as it is. Weights are not looked at, the network's description is.
///
/// ModelNotFound (no plans.json in it), ModelBroken (also a zip that is damaged, leads outside its
/// folder or would unpack to absurdly much; see ZipSource), AmbiguousRequest (several models),
/// FileNotFound, FileNotReadable, FileNotWritable, DiskFull, Cancelled.
Result<StagedFolder> stageSegmentationModel(const std::filesystem::path& source,
                                            const std::filesystem::path& target,
                                            const Progress& progress);

/// What a model is called by its file or folder: without ".zip".
std::string segmentationModelName(const std::filesystem::path& source);

} // namespace fovea

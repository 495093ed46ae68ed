#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <filesystem>
#include <vector>

namespace fovea {

/// For benchmarks: `count` CT images of `matrixSize` x `matrixSize` pixels (made up, nobody's name)
/// as an archive of a ward might have them: 500 a study in five series of a hundred, each in a
/// folder of its own three levels below `folder`. Written without syncing, in no particular order.
///
/// Errors: FileNotWritable, Cancelled (polled per file; files written so far stay).
Result<std::vector<std::filesystem::path>> writeManyImages(const std::filesystem::path& folder,
                                                           int count, int matrixSize = 32,
                                                           const Progress& progress = {});

} // namespace fovea

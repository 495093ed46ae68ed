#pragma once

#include "model/domain/Result.h"
#include "model/engine/SegmentApi.h"

#include <filesystem>

namespace fovea {

/// The entry point of fovea_model for segmentation networks. Loads the library, and with it
/// LibTorch, where that has not happened; loading it again costs nothing. Call from the inference
/// thread only. ModelLibraryMissing names what could not be loaded.
Result<SegmentApi*> loadSegmentApi(const std::filesystem::path& library);

} // namespace fovea

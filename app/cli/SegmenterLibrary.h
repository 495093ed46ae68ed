#pragma once

#include "app/cli/CommandContext.h"
#include "model/engine/SegmenterApi.h"

namespace fovea {

/// The second entry point of fovea_model, loaded with the first. ModelLibraryMissing.
Result<SegmenterApi*> segmenterApi(CommandContext& context);

} // namespace fovea

#pragma once

#include "storage/DerivedOptions.h"
#include "storage/SrTree.h"

namespace fovea {

/// Appends who observed (TID 1002, 1004): this program as a device. Its UID is that of the version,
/// wherever it runs. Internal to storage/.
void addDeviceObserver(SrTree& tree, const DerivedOptions& options);

} // namespace fovea

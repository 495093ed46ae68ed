#pragma once

#include "model/checkpoint/PickleValue.h"
#include "model/domain/Result.h"

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fovea {

/// What torch.save wrote: the pickled object and the storages that its tensors lie in.
struct TorchArchive {
    struct Storage {
        std::string_view bytes;     ///< What the file has of it; may be less than was declared.
        std::uint32_t checksum = 0; ///< CRC-32 of bytes; 0: the file has none.
    };
    PickleDocument document;
    std::map<std::string, Storage> storages; ///< By key.
};

/// Reads the zip format and the one before it; which it is is told from the content. Looks at bytes
/// it does not own. CheckpointRefused, CheckpointBroken.
Result<TorchArchive> readTorchArchive(std::string_view bytes);

/// The dtype of a storage class such as "torch.FloatStorage".
std::optional<at::ScalarType> torchStorageType(std::string_view storageClass);

} // namespace fovea

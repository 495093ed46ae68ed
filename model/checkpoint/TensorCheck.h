#pragma once

#include "model/checkpoint/TensorFile.h"
#include "model/domain/Progress.h"
#include "model/network/NetworkConfig.h"

#include <functional>

namespace fovea {

/// Why a stored tensor cannot be that parameter: it has a problem of its own, is misshapen, does
/// not give its checksum, or is not finite. Looks at nothing but its description before its shape
/// is known to be right. May throw c10::Error.
std::optional<TensorProblem> storedTensorProblem(const ParameterShape& expected,
                                                 const TensorFile& tensors,
                                                 const StoredTensor& entry);

/// Whether a file has every parameter of a network, whole, of its shape and finite; other tensors
/// do not count. TensorsUnusable names all that are at fault; Cancelled between two tensors.
/// `checked` is told each tensor that is done with, where it is given.
Status checkTensorFile(const NetworkConfig& network, const TensorFile& tensors,
                       const Progress& progress,
                       const std::function<void(const StoredTensor&)>& checked = {});

} // namespace fovea

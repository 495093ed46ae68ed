#pragma once

#include "model/domain/TensorProblem.h"
#include "model/network/Parameters.h"

#include <optional>

namespace fovea {

/// Whether no element is NaN or infinite. Any device and floating-point dtype; contiguous fp32 on
/// the CPU is scanned in place at the speed of memory. May throw c10::Error.
bool allFinite(const at::Tensor& tensor);

/// Why a tensor cannot be that parameter: misshapen, of a dtype that is not floating point, or not
/// finite. May throw c10::Error.
std::optional<TensorProblem> parameterProblem(const ParameterShape& expected,
                                              const at::Tensor& tensor);

/// A shape as messages show it, e.g. "[4, 768]".
std::string shapeText(const std::vector<std::int64_t>& shape);

} // namespace fovea

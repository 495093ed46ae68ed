#pragma once

#include "model/domain/Result.h"
#include "model/network/NetworkConfig.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace fovea {

/// Parameters by the names of parameterShapes(). Tensors are handles: copying a map shares them.
using ParameterMap = std::map<std::string, at::Tensor, std::less<>>;

/// The parameter of that name. Its presence was checked when the Fvlm was made; asking for an
/// unknown name is a programming error (throws std::out_of_range).
at::Tensor parameter(const ParameterMap& parameters, std::string_view name);

/// Whether the map has exactly what the network needs, finite and of its shape: TensorsUnusable
/// names every parameter at fault. Additional entries are an error of the caller and are left
/// alone.
Status checkParameters(const NetworkConfig& config, const ParameterMap& parameters);

/// Fresh fp32 parameters on the CPU, the same for the same seed on every machine: linear weights
/// uniform after Glorot, biases 0, layer norms 1 and 0, embeddings and queries normal with
/// standard deviation 0.02, temperature 0.07.
ParameterMap initialParameters(const NetworkConfig& config, std::uint64_t seed);

} // namespace fovea

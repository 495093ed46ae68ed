#pragma once

#include "model/bench/BenchReport.h"
#include "model/network/InferenceNetwork.h"

namespace fovea {

/// What the encoder reaches on a window of the stored grid, and what its linears alone do.
BenchRate benchRate(const InferenceNetwork& network, const char* name, int rounds);

/// Floating-point operations of one encoder pass over `tokens`, a multiply-add counted as two.
double encoderOperations(const NetworkConfig& config, int tokens);

} // namespace fovea

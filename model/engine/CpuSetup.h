#pragma once

#include "model/network/NetworkConfig.h"
#include "model/network/Precision.h"

namespace fovea {

/// Settings of the process that make inference on a CPU two to three times faster; call before the
/// first tensor is made, any number of times.
///
/// - glibc keeps large activations instead of giving them back to the kernel after every operation.
/// - oneDNN does fp32 products (it shares libgomp's threads with the rest, where a BLAS would bring
///   its own), unless the CPU has AMX, on which that setting would mean bf16.
/// - One thread per physical core that the process may use, as the kernel counts them: LibTorch
///   trusts the processor's own count, which is wrong in many virtual machines (1 of 2 there).
///   OMP_NUM_THREADS in the environment wins.
void prepareCpuForInference();

/// Physical cores this process may run on, at least 1.
int physicalCores();

/// bf16 where it is exact enough and surely faster: the processor has instructions for it,
/// LibTorch has oneDNN's linears, and the network is wide enough (256) for products to
/// outweigh conversions. Decided by facts and not by a measurement, so that a study scored twice on
/// one machine gives the same numbers.
Precision fastestCpuPrecision(const NetworkConfig& config);

} // namespace fovea

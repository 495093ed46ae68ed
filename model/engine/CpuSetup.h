#pragma once

namespace fovea {

/// Settings of the process that make inference on a CPU two to three times faster; call before the
/// first tensor is made, any number of times. Keeps glibc from giving large activations back to the
/// kernel after every operation, and lets oneDNN do fp32 products (it shares libgomp's threads with
/// the rest, where a BLAS would bring its own) unless the CPU has AMX, on which that setting would
/// mean bf16.
void prepareCpuForInference();

} // namespace fovea

#pragma once

namespace fovea {

/// In which numbers the products of an encoder are computed. Residual streams, layer norms, the
/// patch embedding, pooling and scores are fp32 in every case.
enum class Precision {
    Float32,
    BFloat16, ///< CPUs with bf16 instructions, GPUs.
    Float16,  ///< GPUs.
};

} // namespace fovea

#pragma once

#include "model/network/Parameters.h"

#include <array>
#include <cstdint>
#include <vector>

namespace fovea {

/// What the image encoder sees in a batch of equally sized windows.
struct ImageFeatures {
    /// One tensor [B, tokens, hidden] per feature level, in the order of NetworkConfig::levels, the
    /// output of the final layer norm last. Tokens run D-major, then H, then W.
    std::vector<at::Tensor> levels;
    std::array<int, 3> grid{0, 0, 0}; ///< Tokens along D, H, W.
    /// PatchInputs::ofAnatomies, of all tokens; only with NetworkConfig::regionStatistics.
    at::Tensor statistics;
    /// The tokens that the last level has, rising, where it has not all of them (InferenceEncoder).
    std::vector<std::int64_t> lastTokens;
};

/// The 3-D vision transformer. `image` is float [B, 1, D, H, W], windowed to 0…1, every axis a
/// multiple of the patch. Made of differentiable ATen operations and free of state: works under
/// autograd and under InferenceMode, on the device where the parameters and the image are. Dropout
/// is not applied. Throws c10::Error as ATen does; callers turn it into an Error.
ImageFeatures encodeImage(const NetworkConfig& config, const ParameterMap& parameters,
                          const at::Tensor& image);

/// The stored position embeddings for a grid, [1, tokens, hidden]: as they are where it is the
/// stored one, else interpolated trilinearly (align_corners = false).
at::Tensor positionsFor(const NetworkConfig& config, const at::Tensor& stored,
                        const std::array<int, 3>& grid);

} // namespace fovea

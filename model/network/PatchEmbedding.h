#pragma once

#include "model/network/Parameters.h"

#include <array>
#include <cstdint>

// From voxels to tokens. The released network has one linear map of each patch. Before it a small
// one has a stem (NetworkConfig::stem), whose cells do not overlap:
//
// Stage 0 sees of each cell of 2 x 2 x 2 voxels, through each window (the window's low becomes
// -0.5, its high 0.5, clipped): their mean, maximum and minimum; with an anatomy channel also the
// mean with 0 for the voxels outside all anatomies, the maximum with these taken for air, and the
// share of voxels that are inside, less a half. With shapes, the maximum of each map of
// shapeFilters(), brought to the size of the others, over the voxels that are inside (with an
// anatomy channel; else over all), and of the maps of the cells' means. Later stages see 2 x 2 x 2
// cells of the one before, and their maximum. Each is a linear map, then GELU. The patch embedding
// sees the cells of a patch; their maximum, and mean and maximum over the patch of what stage 0
// saw, go through a linear map of their own ("stem.peaks") and are added. So neither a plaque is
// lost among the many voxels of a patch, nor a shift of a lung's darkest voxels in what the stages
// make of it.

namespace fovea {

/// The image's patches as rows: [B * tokens, voxels of a patch], tokens and voxels D-major. `image`
/// is [B, 1, D, H, W].
at::Tensor patchRows(const NetworkConfig& config, const at::Tensor& image,
                     const std::array<int, 3>& grid);

/// What the patch embedding sees of an image [B, 1, D, H, W]: `patches` [B * tokens, its weight's
/// columns], and with a stem `peaks` [B * tokens, columns of "stem.peaks"]. Differentiable with
/// respect to the parameters. With NetworkConfig::regionStatistics also `ofAnatomies` [anatomies,
/// B, tokens, anatomyStatistics()]: mean and maximum over each patch of what stage 0 would see if
/// that anatomy alone were marked (in a network of one anatomy: any), but that shapes at its edge
/// are those of all that is marked; then the maximum over each patch of boxShares() of that anatomy
/// (without an anatomy channel: of all voxels); without gradient.
struct PatchInputs {
    at::Tensor patches;
    at::Tensor peaks;
    at::Tensor ofAnatomies;
};
PatchInputs patchInputs(const NetworkConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image, const std::array<int, 3>& grid);

/// The tokens of an image, without their positions: [B * tokens, hidden]. Differentiable. Throws
/// c10::Error, as all here.
at::Tensor embedPatches(const NetworkConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image, const std::array<int, 3>& grid);
/// The same of what patchInputs() gave.
at::Tensor embedPatches(const ParameterMap& parameters, const PatchInputs& in);

/// The patch embedding's weight [hidden, channels, D, H, W] as a matrix for patchInputs().
at::Tensor patchMatrix(const at::Tensor& weight);

} // namespace fovea

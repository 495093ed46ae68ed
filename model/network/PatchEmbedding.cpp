#include "model/network/PatchEmbedding.h"

#include "model/network/markInside.h"
#include "model/network/shapeFilters.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/amin.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/nonzero.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>

#include <string>
#include <vector>

namespace fovea {

namespace {

using Size = std::array<std::int64_t, 3>;

/// `cells` [B, D, H, W, C] in blocks of `size`: [B * blocks, voxels of a block, C].
at::Tensor blocks(const at::Tensor& cells, const Size& size)
{
    const Size count{cells.size(1) / size[0], cells.size(2) / size[1], cells.size(3) / size[2]};
    return cells
        .reshape(
            {cells.size(0), count[0], size[0], count[1], size[1], count[2], size[2], cells.size(4)})
        .permute({0, 1, 3, 5, 2, 4, 6, 7})
        .reshape({cells.size(0) * count[0] * count[1] * count[2], size[0] * size[1] * size[2],
                  cells.size(4)});
}

/// What makes the strongest dot, line and sheet of a lung about 1, as large as what the windows
/// show: dots are much weaker than sheets, and would be learnt last. Measured on 240 phantoms.
constexpr std::array<double, ShapeMaps> ShapeScales{30, 12, 6, 30, 12, 6};

/// Voxels first, a column per cell: [8, B * cells].
at::Tensor voxelsOfCells(const at::Tensor& image)
{
    const Size half{image.size(2) / 2, image.size(3) / 2, image.size(4) / 2};
    return image.reshape({image.size(0), half[0], 2, half[1], 2, half[2], 2})
        .permute({2, 4, 6, 0, 1, 3, 5})
        .reshape({8, image.size(0) * half[0] * half[1] * half[2]});
}

/// Maps of [B, D, H, W], 0 where `inside` (the same size) is 0: [B, ShapeMaps, D, H, W]. One
/// sample after the other, so that its maps stay in the processor's cache.
at::Tensor shapeMaps(const at::Tensor& image, const at::Tensor& inside)
{
    std::vector<at::Tensor> samples;
    for (std::int64_t n = 0; n < image.size(0); ++n) {
        const at::Tensor voxels = at::nonzero(inside[n].reshape({-1})).squeeze(1);
        at::Tensor maps = at::zeros({ShapeMaps, image[n].numel()}, image.options());
        if (voxels.numel() > 0)
            maps.index_copy_(1, voxels, shapeFilters(image[n], voxels));
        for (std::int64_t map = 0; map < ShapeMaps; ++map)
            maps.select(0, map).mul_(ShapeScales[static_cast<std::size_t>(map)]);
        samples.push_back(maps.reshape({ShapeMaps, image.size(1), image.size(2), image.size(3)}));
    }
    return at::stack(samples);
}

/// The rows of shapes, a column per cell.
void addShapes(const NetworkConfig& config, const at::Tensor& values, const at::Tensor& inside,
               const Size& cells, std::vector<at::Tensor>& rows)
{
    const auto add = [&rows](const at::Tensor& maps, bool ofCells) {
        for (std::int64_t map = 0; map < ShapeMaps; ++map) {
            const at::Tensor one = maps.select(1, map);
            rows.push_back(ofCells ? one.reshape({-1})
                                   : at::amax(voxelsOfCells(one.unsqueeze(1)), 0));
        }
    };
    if (config.shapeLevels > 0)
        add(shapeMaps(values.squeeze(1), inside.squeeze(1)), false);
    if (config.shapeLevels > 1) {
        const auto ofCells = [&](const at::Tensor& perCell) {
            return perCell.reshape({values.size(0), cells[0], cells[1], cells[2]});
        };
        add(shapeMaps(ofCells(voxelsOfCells(values).mean(0)),
                      ofCells(at::amax(voxelsOfCells(inside), 0))),
            true);
    }
}

/// What stage 0 sees, a column per cell: [stemInputs, cells]. Voxels of a cell come first, so that
/// all of this runs along the cells.
at::Tensor cellStatistics(const NetworkConfig& config, const at::Tensor& image)
{
    const Size half{image.size(2) / 2, image.size(3) / 2, image.size(4) / 2};
    const at::Tensor voxels = voxelsOfCells(image);
    at::Tensor values = voxels;
    at::Tensor inside;
    if (config.anatomyChannel) {
        inside = voxels.ge(InsideOffset).to(voxels.scalar_type());
        values = voxels - inside * InsideOffset;
    }
    const auto through = [](const at::Tensor& x, const std::array<double, 2>& window) {
        const double scale = 1 / (window[1] - window[0]);
        return (x * scale).add_(-window[0] * scale - 0.5).clamp_(-0.5, 0.5);
    };
    std::vector<at::Tensor> rows;
    const at::Tensor highest = at::amax(values, 0);
    const at::Tensor lowest = at::amin(values, 0);
    for (const auto& window : config.windows) {
        rows.push_back(through(values, window).mean(0));
        rows.push_back(through(highest, window));
        rows.push_back(through(lowest, window));
    }
    if (config.anatomyChannel) {
        const at::Tensor ownHighest = at::amax(values * inside, 0);
        for (const auto& window : config.windows) {
            rows.push_back((through(values, window) * inside).mean(0));
            rows.push_back(through(ownHighest, window));
        }
        rows.push_back(inside.mean(0) - 0.5);
    }
    if (config.shapeLevels > 0) {
        const at::Tensor marked =
            image.ge(config.anatomyChannel ? InsideOffset : -1).to(image.scalar_type());
        addShapes(config, config.anatomyChannel ? image - marked * InsideOffset : image, marked,
                  half, rows);
    }
    return at::stack(rows);
}

/// Mean and maximum over each token's cells: [B * tokens, 2 * stemInputs].
at::Tensor tokenStatistics(const NetworkConfig& config, const at::Tensor& statistics,
                           std::int64_t batch, const std::array<int, 3>& grid)
{
    const std::int64_t rows = statistics.size(0);
    const at::Tensor cells =
        statistics.reshape({rows, batch, grid[0], config.patch[0] / 2, grid[1], config.patch[1] / 2,
                            grid[2], config.patch[2] / 2});
    const auto flat = [rows](const at::Tensor& x) { return x.reshape({rows, -1}).t(); };
    return at::cat({flat(cells.mean({3, 5, 7})), flat(at::amax(cells, {3, 5, 7}))}, 1);
}

/// The cells after the stages: [B, d, h, w, channels].
at::Tensor stemCells(const NetworkConfig& config, const ParameterMap& parameters,
                     const at::Tensor& image, const at::Tensor& statistics)
{
    at::Tensor cells;
    for (std::size_t stage = 0; stage < config.stem.size(); ++stage) {
        at::Tensor in;
        if (stage == 0) {
            in = statistics.t();
        } else {
            const at::Tensor children = blocks(cells, {2, 2, 2});
            in = at::cat({children.flatten(1), at::amax(children, 1)}, 1);
        }
        const std::string name = "visual_encoder.stem." + std::to_string(stage);
        const at::Tensor out = at::gelu(at::linear(in, parameter(parameters, name + ".weight"),
                                                   parameter(parameters, name + ".bias")));
        const std::int64_t step = 2LL << stage;
        cells = out.reshape({image.size(0), image.size(2) / step, image.size(3) / step,
                             image.size(4) / step, out.size(1)});
    }
    return cells;
}

} // namespace

// A convolution whose stride is its kernel, as one matrix product: several times faster on a CPU.
at::Tensor patchRows(const NetworkConfig& config, const at::Tensor& image,
                     const std::array<int, 3>& grid)
{
    const auto& patch = config.patch;
    return image.reshape({image.size(0), grid[0], patch[0], grid[1], patch[1], grid[2], patch[2]})
        .permute({0, 1, 3, 5, 2, 4, 6})
        .reshape({image.size(0) * grid[0] * grid[1] * grid[2], config.patchVoxels()});
}

PatchInputs patchInputs(const NetworkConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image, const std::array<int, 3>& grid)
{
    if (config.stem.empty())
        return {patchRows(config, image, grid), {}};
    const auto size = config.reducedPatch();
    const at::Tensor statistics = cellStatistics(config, image);
    const at::Tensor cells =
        blocks(stemCells(config, parameters, image, statistics), {size[0], size[1], size[2]});
    return {
        cells.flatten(1),
        at::cat({at::amax(cells, 1), tokenStatistics(config, statistics, image.size(0), grid)}, 1)};
}

at::Tensor embedPatches(const NetworkConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image, const std::array<int, 3>& grid)
{
    const std::string name = "visual_encoder.patch_embedding.patch_embeddings";
    const PatchInputs in = patchInputs(config, parameters, image, grid);
    const at::Tensor embedded =
        at::linear(in.patches, patchMatrix(parameter(parameters, name + ".weight")),
                   parameter(parameters, name + ".bias"));
    return in.peaks.defined()
               ? embedded +
                     at::linear(in.peaks, parameter(parameters, "visual_encoder.stem.peaks.weight"))
               : embedded;
}

at::Tensor patchMatrix(const at::Tensor& weight)
{
    return weight.permute({0, 2, 3, 4, 1}).reshape({weight.size(0), -1});
}

} // namespace fovea

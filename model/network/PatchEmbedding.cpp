#include "model/network/PatchEmbedding.h"

#include "model/network/boxShares.h"
#include "model/network/markInside.h"
#include "model/network/shapeFilters.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/amin.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/nonzero.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <iterator>
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

/// What stage 0 sees an image through. Clipping and scaling apart: a mean is scaled after it was
/// taken, eight times fewer numbers.
struct Window {
    explicit Window(const std::array<double, 2>& ends)
        : low(ends[0])
        , high(ends[1])
        , scale(1 / (high - low))
        , offset(-low * scale - 0.5)
    {
    }
    double low;
    double high;
    double scale;
    double offset;

    at::Tensor clipped(const at::Tensor& x) const { return x.clamp(low, high); }
    /// Of x that is clipped.
    at::Tensor scaled(const at::Tensor& x) const { return (x * scale).add_(offset); }
    at::Tensor through(const at::Tensor& x) const { return scaled(clipped(x)); }
};

/// An image taken apart, a column per cell: [8, cells] with the voxels of a cell first, so that all
/// of this runs along the cells.
struct Cells {
    at::Tensor values;
    at::Tensor labels;              ///< 0 outside; undefined without an anatomy channel.
    std::vector<at::Tensor> shapes; ///< Of voxels, each [8, cells].
    std::vector<at::Tensor> coarse; ///< Shapes of the cells' means, each [cells].
};

Cells takeApart(const NetworkConfig& config, const at::Tensor& image)
{
    Cells cells;
    at::Tensor values = image;
    at::Tensor labels;
    if (config.anatomyChannel) {
        labels = (image / InsideOffset).floor_();
        values = image - labels * InsideOffset;
        cells.labels = voxelsOfCells(labels);
    }
    cells.values = voxelsOfCells(values);
    if (config.shapeLevels == 0)
        return cells;
    const at::Tensor inside = labels.defined() ? labels.clamp_max(1) : at::ones_like(image);
    const at::Tensor fine = shapeMaps(values.squeeze(1), inside.squeeze(1));
    for (std::int64_t map = 0; map < ShapeMaps; ++map)
        cells.shapes.push_back(voxelsOfCells(fine.slice(1, map, map + 1)));
    if (config.shapeLevels > 1) {
        const auto grid = [&](const at::Tensor& perCell) {
            return perCell.reshape(
                {image.size(0), image.size(2) / 2, image.size(3) / 2, image.size(4) / 2});
        };
        const at::Tensor maps =
            shapeMaps(grid(cells.values.mean(0)), grid(at::amax(voxelsOfCells(inside), 0)));
        for (std::int64_t map = 0; map < ShapeMaps; ++map)
            cells.coarse.push_back(maps.select(1, map).reshape({-1}));
    }
    return cells;
}

/// What is seen of all voxels: rows of cells.
void addAll(const NetworkConfig& config, const Cells& cells, std::vector<at::Tensor>& rows)
{
    const at::Tensor highest = at::amax(cells.values, 0);
    const at::Tensor lowest = at::amin(cells.values, 0);
    for (const auto& ends : config.windows) {
        const Window window(ends);
        rows.push_back(window.scaled(window.clipped(cells.values).mean(0)));
        rows.push_back(window.through(highest));
        rows.push_back(window.through(lowest));
    }
}

/// What is seen of the voxels where `inside` [8, cells] is 1; undefined: of shapes everywhere.
void addInside(const NetworkConfig& config, const Cells& cells, const at::Tensor& inside,
               std::vector<at::Tensor>& rows)
{
    if (inside.defined()) {
        const at::Tensor highest = at::amax(cells.values * inside, 0);
        const at::Tensor share = inside.mean(0);
        for (const auto& ends : config.windows) {
            const Window window(ends);
            rows.push_back((window.clipped(cells.values).mul_(inside).mean(0) * window.scale)
                               .add_(share, window.offset));
            rows.push_back(window.through(highest));
        }
        rows.push_back(share - 0.5);
    }
    for (const at::Tensor& shape : cells.shapes)
        rows.push_back(at::amax(inside.defined() ? shape * inside : shape, 0));
    for (const at::Tensor& shape : cells.coarse)
        rows.push_back(inside.defined() ? shape * at::amax(inside, 0) : shape);
}

/// What stage 0 sees, a column per cell: [stemInputs, cells].
at::Tensor cellStatistics(const NetworkConfig& config, const Cells& cells)
{
    std::vector<at::Tensor> rows;
    addAll(config, cells, rows);
    addInside(config, cells, cells.labels.defined() ? cells.labels.clamp_max(1) : at::Tensor(),
              rows);
    return at::stack(rows);
}

/// 1 for the voxels of one anatomy, [8, cells].
at::Tensor ownVoxels(const NetworkConfig& config, const Cells& cells, std::int64_t anatomy)
{
    if (!cells.labels.defined())
        return at::ones_like(cells.values);
    return config.anatomies.size() == 1
               ? cells.labels.clamp_max(1)
               : cells.labels.eq(static_cast<double>(anatomy + 1)).to(cells.values.scalar_type());
}

/// The rows of addInside() of one anatomy, whose voxels are `own`, computed where it is.
at::Tensor anatomyStatistics(const NetworkConfig& config, const Cells& cells, const at::Tensor& own)
{
    const at::Tensor places = at::nonzero(at::amax(own, 0)).squeeze(1);
    const auto taken = [&places](const at::Tensor& x) { return x.index_select(-1, places); };
    Cells part;
    part.values = taken(cells.values);
    std::ranges::transform(cells.shapes, std::back_inserter(part.shapes), taken);
    std::ranges::transform(cells.coarse, std::back_inserter(part.coarse), taken);
    std::vector<at::Tensor> rows;
    if (places.numel() > 0)
        addInside(config, part, taken(own), rows);

    // Elsewhere: what these rows are where nothing is inside.
    Cells nothing;
    nothing.values = at::zeros({8, 1}, cells.values.options());
    nothing.shapes.assign(cells.shapes.size(), nothing.values);
    nothing.coarse.assign(cells.coarse.size(), at::zeros({1}, cells.values.options()));
    std::vector<at::Tensor> empty;
    addInside(config, nothing, nothing.values, empty);
    at::Tensor all = at::stack(empty).repeat({1, cells.values.size(1)});
    if (!rows.empty())
        all.index_copy_(1, places, at::stack(rows));
    return all;
}

/// Rows of cells by the token they are in: [rows, B, grid D, cells, grid H, cells, grid W, cells].
at::Tensor byToken(const NetworkConfig& config, const at::Tensor& rows, std::int64_t batch,
                   const std::array<int, 3>& grid)
{
    return rows.reshape({rows.size(0), batch, grid[0], config.patch[0] / 2, grid[1],
                         config.patch[1] / 2, grid[2], config.patch[2] / 2});
}

/// Mean and maximum over each token's cells: [B * tokens, 2 * rows].
at::Tensor tokenStatistics(const NetworkConfig& config, const at::Tensor& statistics,
                           std::int64_t batch, const std::array<int, 3>& grid)
{
    const at::Tensor cells = byToken(config, statistics, batch, grid);
    const auto flat = [](const at::Tensor& x) { return x.reshape({x.size(0), -1}).t(); };
    return at::cat({flat(cells.mean({3, 5, 7})), flat(at::amax(cells, {3, 5, 7}))}, 1);
}

/// The highest of boxShares() over each token's cells: [B * tokens, SharesPerBand * bands].
at::Tensor tokenShares(const NetworkConfig& config, const Cells& cells, const at::Tensor& own,
                       std::int64_t batch, const std::array<int, 3>& grid)
{
    std::array<std::int64_t, 4> size{batch, 0, 0, 0};
    for (std::size_t axis = 0; axis < 3; ++axis)
        size[axis + 1] = std::int64_t{grid[axis]} * config.patch[axis] / 2;
    const at::Tensor shares = boxShares(cells.values, own, size, config.bands);
    return at::amax(byToken(config, shares, batch, grid), {3, 5, 7})
        .reshape({shares.size(0), -1})
        .t();
}

/// PatchInputs::ofAnatomies; `known` are the statistics with all that is marked.
at::Tensor statisticsOfAnatomies(const NetworkConfig& config, const Cells& cells,
                                 const at::Tensor& known, std::int64_t batch,
                                 const std::array<int, 3>& grid)
{
    const auto anatomies = static_cast<std::int64_t>(config.anatomies.size());
    const auto common = 3 * static_cast<std::int64_t>(config.windows.size());
    const std::int64_t inputs = known.size(1) / 2;
    std::vector<at::Tensor> all;
    for (std::int64_t a = 0; a < anatomies; ++a) {
        const at::Tensor voxels = ownVoxels(config, cells, a);
        std::vector<at::Tensor> parts{known};
        if (cells.labels.defined()) {
            const at::Tensor own =
                tokenStatistics(config, anatomyStatistics(config, cells, voxels), batch, grid);
            const std::int64_t half = own.size(1) / 2;
            parts = {known.slice(1, 0, common), own.slice(1, 0, half),
                     known.slice(1, inputs, inputs + common), own.slice(1, half)};
        }
        if (!config.bands.empty())
            parts.push_back(tokenShares(config, cells, voxels, batch, grid));
        all.push_back(at::cat(parts, 1).reshape({batch, -1, config.anatomyStatistics()}));
        if (!cells.labels.defined())
            break; // The same of every anatomy.
    }
    return cells.labels.defined() ? at::stack(all)
                                  : all.front().unsqueeze(0).expand({anatomies, -1, -1, -1});
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
        return {patchRows(config, image, grid), {}, {}};
    const auto size = config.reducedPatch();
    const Cells apart = takeApart(config, image);
    const at::Tensor statistics = cellStatistics(config, apart);
    const at::Tensor ofTokens = tokenStatistics(config, statistics, image.size(0), grid);
    const at::Tensor cells =
        blocks(stemCells(config, parameters, image, statistics), {size[0], size[1], size[2]});
    return {cells.flatten(1), at::cat({at::amax(cells, 1), ofTokens}, 1),
            config.regionStatistics
                ? statisticsOfAnatomies(config, apart, ofTokens, image.size(0), grid)
                : at::Tensor()};
}

at::Tensor embedPatches(const NetworkConfig& config, const ParameterMap& parameters,
                        const at::Tensor& image, const std::array<int, 3>& grid)
{
    return embedPatches(parameters, patchInputs(config, parameters, image, grid));
}

at::Tensor embedPatches(const ParameterMap& parameters, const PatchInputs& in)
{
    const std::string name = "visual_encoder.patch_embedding.patch_embeddings";
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

#include "model/segment/normalizeChannels.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fovea {
namespace {

/// Few enough for sums in fp32, which are then added up in double.
constexpr std::int64_t blockVoxels = 1024;

struct Affine {
    std::vector<float> scale;
    std::vector<float> shift;
};

/// Sums of what is above `offset` and of its squares, of voxels [begin, end).
void addBlock(const float* data, std::int64_t voxels, std::int64_t channels, const float* offset,
              float* sums, float* squares)
{
    std::fill_n(sums, channels, 0.0F);
    std::fill_n(squares, channels, 0.0F);
    for (std::int64_t v = 0; v < voxels; ++v, data += channels) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float above = data[c] - offset[c];
            sums[c] += above;
            squares[c] += above * above;
        }
    }
}

Affine affineOf(const float* data, std::int64_t voxels, std::int64_t channels, const float* weight,
                const float* bias, double eps)
{
    // The first voxel is near enough to the mean to keep squares from drowning it.
    const std::vector<float> offset(data, data + channels);
    const std::int64_t blocks = (voxels + blockVoxels - 1) / blockVoxels;
    std::vector<float> partial(static_cast<std::size_t>(blocks * 2 * channels));
    at::parallel_for(0, blocks, 8, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t b = begin; b < end; ++b) {
            float* const sums = partial.data() + b * 2 * channels;
            addBlock(data + b * blockVoxels * channels,
                     std::min(blockVoxels, voxels - b * blockVoxels), channels, offset.data(), sums,
                     sums + channels);
        }
    });
    Affine made{std::vector<float>(offset.size()), std::vector<float>(offset.size())};
    for (std::int64_t c = 0; c < channels; ++c) {
        double sum = 0;
        double square = 0;
        for (std::int64_t b = 0; b < blocks; ++b) {
            sum += static_cast<double>(partial[static_cast<std::size_t>(b * 2 * channels + c)]);
            square +=
                static_cast<double>(partial[static_cast<std::size_t>((b * 2 + 1) * channels + c)]);
        }
        const auto n = static_cast<double>(voxels);
        const double above = sum / n;
        const double variance = std::max(0.0, square / n - above * above);
        const auto at = static_cast<std::size_t>(c);
        const double scale = static_cast<double>(weight[c]) / std::sqrt(variance + eps);
        const double mean = static_cast<double>(offset[at]) + above;
        made.scale[at] = static_cast<float>(scale);
        made.shift[at] = static_cast<float>(static_cast<double>(bias[c]) - mean * scale);
    }
    return made;
}

} // namespace

void normalizeChannels(at::Tensor& image, const at::Tensor& weight, const at::Tensor& bias,
                       double eps, double slope)
{
    const std::int64_t channels = image.size(3);
    const std::int64_t voxels = image.numel() / channels;
    auto* const data = image.mutable_data_ptr<float>();
    const Affine affine = affineOf(data, voxels, channels, weight.const_data_ptr<float>(),
                                   bias.const_data_ptr<float>(), eps);
    const float* const scale = affine.scale.data();
    const float* const shift = affine.shift.data();
    const auto leak = static_cast<float>(slope);
    at::parallel_for(0, voxels, 8 * blockVoxels, [&](std::int64_t begin, std::int64_t end) {
        float* x = data + begin * channels;
        for (std::int64_t v = begin; v < end; ++v, x += channels) {
            for (std::int64_t c = 0; c < channels; ++c) {
                const float y = x[c] * scale[c] + shift[c];
                x[c] = std::max(y, leak * y); // slopes are from 0 to 1
            }
        }
    });
}

} // namespace fovea

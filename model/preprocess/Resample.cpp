#include "model/preprocess/Resample.h"

#include <algorithm>
#include <cmath>

namespace fovea {

int resampledCount(int count, double spacingMm, double referenceMm)
{
    return std::max(1, static_cast<int>(count * (spacingMm / referenceMm)));
}

std::vector<LinearSample> linearSamples(int in, int out)
{
    const float scale = static_cast<float>(in) / static_cast<float>(out);
    std::vector<LinearSample> samples(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i) {
        LinearSample& sample = samples[static_cast<std::size_t>(i)];
        if (in == out) {
            sample = {i, i, 0.0F};
            continue;
        }
        // Fused, as PyTorch's kernels are compiled: another last bit here would be 1e-6 of the
        // window.
        const float source = std::max(0.0F, std::fma(scale, static_cast<float>(i) + 0.5F, -0.5F));
        sample.low = std::min(static_cast<int>(source), in - 1);
        sample.high = std::min(sample.low + 1, in - 1);
        sample.weightHigh = std::clamp(source - static_cast<float>(sample.low), 0.0F, 1.0F);
    }
    return samples;
}

std::vector<int> nearestSamples(int in, int out)
{
    const float scale = static_cast<float>(in) / static_cast<float>(out);
    std::vector<int> samples(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i)
        samples[static_cast<std::size_t>(i)] =
            std::min(static_cast<int>(std::floor(static_cast<float>(i) * scale)), in - 1);
    return samples;
}

} // namespace fovea

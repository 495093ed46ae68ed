#include "viewer/slice/ObliqueSampler.h"

#include "viewer/slice/WideSampling.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fovea {

namespace {

float mix(float a, float b, float weight)
{
    return a + (b - a) * weight;
}

} // namespace

ObliqueSampler::ObliqueSampler(const Volume& volume, Interpolation interpolation,
                               Instructions instructions)
    : m_volume(&volume)
    , m_interpolation(interpolation)
    , m_wide(instructions == Instructions::Best && canSampleWide(volume.geometry()))
{
}

ObliqueSampler::Columns ObliqueSampler::inside(const Line& line, int width) const
{
    const Index3& size = m_volume->geometry().size;
    double first = 0;
    double behind = width;
    for (int a = 0; a < 3; ++a) {
        if (line.step[a] == 0)
            continue;
        const double enter = (-0.5 - line.start[a]) / line.step[a];
        const double leave = (size[a] - 0.5 - line.start[a]) / line.step[a];
        // One further at both ends: the exact test is below.
        first = std::max(first, std::min(enter, leave) - 1);
        behind = std::min(behind, std::max(enter, leave) + 2);
    }
    if (!(first < behind))
        return {};
    const auto contains = [&](int x) {
        const Vec3 index = line.at(x);
        for (int a = 0; a < 3; ++a) {
            if (!(index[a] >= -0.5 && index[a] < size[a] - 0.5))
                return false;
        }
        return true;
    };
    Columns columns{static_cast<int>(first), static_cast<int>(behind)};
    while (columns.from < columns.to && !contains(columns.from))
        ++columns.from;
    while (columns.from < columns.to && !contains(columns.to - 1))
        --columns.to;
    return columns;
}

void ObliqueSampler::sample(const Line& line, const Columns& columns, float* out) const
{
    if (columns.from >= columns.to)
        return;
    if (m_interpolation == Interpolation::Nearest)
        sampleNearest(line, columns, out);
    else if (m_wide)
        sampleLinearWide(*m_volume, line, columns, out);
    else
        sampleLinear(line, columns, out);
}

void ObliqueSampler::nearest(const Line& line, const Columns& columns, std::ptrdiff_t* out) const
{
    const Index3& size = m_volume->geometry().size;
    const std::ptrdiff_t row = size[0];
    const std::ptrdiff_t slice = row * size[1];
    // Inside, so never below -0.5: cutting off rounds down.
    const auto closest = [&](int a, int x) {
        return std::min(static_cast<int>(line.start[a] + line.step[a] * x + 0.5), size[a] - 1);
    };
    for (int x = columns.from; x < columns.to; ++x)
        out[x] = closest(0, x) + row * closest(1, x) + slice * closest(2, x);
}

void ObliqueSampler::sampleNearest(const Line& line, const Columns& columns, float* out) const
{
    std::vector<std::ptrdiff_t> offsets(static_cast<std::size_t>(columns.to));
    nearest(line, columns, offsets.data());
    const std::int16_t* voxels = m_volume->voxels().data();
    for (int x = columns.from; x < columns.to; ++x)
        out[x] = voxels[offsets[static_cast<std::size_t>(x)]];
}

void ObliqueSampler::sampleLinear(const Line& line, const Columns& columns, float* out) const
{
    const Index3& size = m_volume->geometry().size;
    const std::int16_t* voxels = m_volume->voxels().data();
    const std::array<std::ptrdiff_t, 3> strides{1, size[0],
                                                static_cast<std::ptrdiff_t>(size[0]) * size[1]};
    for (int x = columns.from; x < columns.to; ++x) {
        const Vec3 index = line.at(x);
        std::array<std::ptrdiff_t, 3> step{};
        std::array<float, 3> weight{};
        const std::int16_t* p = voxels;
        for (int a = 0; a < 3; ++a) {
            const double clamped = std::clamp(index[a], 0.0, size[a] - 1.0);
            const int n = static_cast<int>(clamped);
            p += n * strides[a];
            step[a] = n + 1 < size[a] ? strides[a] : 0;
            weight[a] = static_cast<float>(clamped - n);
        }
        const auto alongI = [&](const std::int16_t* q) { return mix(q[0], q[step[0]], weight[0]); };
        const float nearer = mix(alongI(p), alongI(p + step[1]), weight[1]);
        const float farther = mix(alongI(p + step[2]), alongI(p + step[1] + step[2]), weight[1]);
        out[x] = mix(nearer, farther, weight[2]);
    }
}

} // namespace fovea

#include "viewer/slice/WideSampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FOVEA_WIDE_SAMPLING 1
#endif

namespace fovea {

#ifdef FOVEA_WIDE_SAMPLING

namespace {

constexpr int lanes = 8;

/// Positions of eight columns along one grid axis. Whole voxels and what lies behind them are kept
/// apart, from one exact position: a float alone has too few digits for both.
struct Axis {
    double start = 0;
    double step = 0;
    int last = 0; ///< Largest lower neighbour.
    int stride = 0;
    __m256 laneSteps;
};

struct Cell {
    __m256i offset; ///< Of the lower neighbour along this axis, in elements.
    __m256 weight;  ///< Of the upper one.
};

__attribute__((target("avx2"))) Axis makeAxis(const ImageGeometry& geometry,
                                              const ObliqueSampler::Line& line, int a, int stride)
{
    Axis axis{line.start[a], line.step[a], std::max(geometry.size[a] - 2, 0), stride, {}};
    alignas(32) float steps[lanes];
    for (int n = 0; n < lanes; ++n)
        steps[n] = static_cast<float>(axis.step * n);
    axis.laneSteps = _mm256_load_ps(steps);
    return axis;
}

__attribute__((target("avx2"))) inline Cell cellAt(const Axis& axis, int x)
{
    const double first = axis.start + axis.step * x;
    const double whole = std::floor(first);
    const __m256i base = _mm256_set1_epi32(static_cast<int>(whole));
    const __m256 rest =
        _mm256_add_ps(_mm256_set1_ps(static_cast<float>(first - whole)), axis.laneSteps);
    const __m256i low = _mm256_min_epi32(
        _mm256_max_epi32(_mm256_add_epi32(base, _mm256_cvttps_epi32(_mm256_floor_ps(rest))),
                         _mm256_setzero_si256()),
        _mm256_set1_epi32(axis.last));
    // Outside the centres of the border voxels these go on.
    const __m256 weight = _mm256_sub_ps(rest, _mm256_cvtepi32_ps(_mm256_sub_epi32(low, base)));
    return {_mm256_mullo_epi32(low, _mm256_set1_epi32(axis.stride)),
            _mm256_min_ps(_mm256_max_ps(weight, _mm256_setzero_ps()), _mm256_set1_ps(1))};
}

__attribute__((target("avx2"))) inline __m256 mixed(__m256 a, __m256 b, __m256 weight)
{
    return _mm256_add_ps(a, _mm256_mul_ps(_mm256_sub_ps(b, a), weight));
}

/// Two neighbours along i are 32 bits that one load brings.
__attribute__((target("avx2"))) inline __m256 alongI(const std::int16_t* voxels, __m256i offset,
                                                     __m256 weight)
{
    const __m256i pair =
        _mm256_i32gather_epi32(reinterpret_cast<const int*>(voxels), offset, sizeof(std::int16_t));
    const __m256 left = _mm256_cvtepi32_ps(_mm256_srai_epi32(_mm256_slli_epi32(pair, 16), 16));
    const __m256 right = _mm256_cvtepi32_ps(_mm256_srai_epi32(pair, 16));
    return mixed(left, right, weight);
}

__attribute__((target("avx2"))) void sampleAvx2(const Volume& volume,
                                                const ObliqueSampler::Line& line,
                                                const ObliqueSampler::Columns& columns, float* out)
{
    const ImageGeometry& geometry = volume.geometry();
    const std::int16_t* voxels = volume.voxels().data();
    const int row = geometry.size[0];
    const int slice = row * geometry.size[1];
    const Axis i = makeAxis(geometry, line, 0, 1);
    const Axis j = makeAxis(geometry, line, 1, row);
    const Axis k = makeAxis(geometry, line, 2, slice);
    const __m256i nextRow = _mm256_set1_epi32(geometry.size[1] > 1 ? row : 0);
    const __m256i nextSlice = _mm256_set1_epi32(geometry.size[2] > 1 ? slice : 0);
    for (int x = columns.from; x < columns.to; x += lanes) {
        const Cell u = cellAt(i, x);
        const Cell v = cellAt(j, x);
        const Cell w = cellAt(k, x);
        const __m256i near = _mm256_add_epi32(u.offset, _mm256_add_epi32(v.offset, w.offset));
        const __m256i far = _mm256_add_epi32(near, nextSlice);
        const __m256 nearer =
            mixed(alongI(voxels, near, u.weight),
                  alongI(voxels, _mm256_add_epi32(near, nextRow), u.weight), v.weight);
        const __m256 farther =
            mixed(alongI(voxels, far, u.weight),
                  alongI(voxels, _mm256_add_epi32(far, nextRow), u.weight), v.weight);
        const __m256 hu = mixed(nearer, farther, w.weight);
        if (x + lanes <= columns.to) {
            _mm256_storeu_ps(out + x, hu);
        } else {
            alignas(32) float rest[lanes];
            _mm256_store_ps(rest, hu);
            std::copy_n(rest, columns.to - x, out + x);
        }
    }
}

} // namespace

bool canSampleWide(const ImageGeometry& geometry)
{
    return geometry.size[0] > 1 &&
           geometry.voxelCount() <= std::size_t{std::numeric_limits<int>::max()} &&
           __builtin_cpu_supports("avx2");
}

void sampleLinearWide(const Volume& volume, const ObliqueSampler::Line& line,
                      const ObliqueSampler::Columns& columns, float* out)
{
    sampleAvx2(volume, line, columns, out);
}

#else

bool canSampleWide(const ImageGeometry&)
{
    return false;
}

void sampleLinearWide(const Volume&, const ObliqueSampler::Line&, const ObliqueSampler::Columns&,
                      float*)
{
    assert(false);
}

#endif

} // namespace fovea

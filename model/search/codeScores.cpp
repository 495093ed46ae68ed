#include "model/search/codeScores.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FOVEA_WIDE_CODES 1
#endif

namespace fovea {
namespace {

float rest(std::span<const float> weights, const std::uint8_t* code, std::size_t from)
{
    float sum = 0.0F;
    for (std::size_t i = from; i < weights.size(); ++i)
        sum += weights[i] * static_cast<float>(code[i]);
    return sum;
}

#ifdef FOVEA_WIDE_CODES

__attribute__((target("avx2,fma"))) inline __m256 eight(__m256 sum, const float* weights,
                                                        const std::uint8_t* code)
{
    const __m256i numbers =
        _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(code)));
    return _mm256_fmadd_ps(_mm256_cvtepi32_ps(numbers), _mm256_loadu_ps(weights), sum);
}

__attribute__((target("avx2,fma"))) void
wideScores(std::span<const float> weights, const std::uint8_t* codes, std::size_t count, float* out)
{
    const std::size_t dimension = weights.size();
    for (std::size_t row = 0; row < count; ++row) {
        const std::uint8_t* code = codes + row * dimension;
        // Four sums, so that none waits for the one before it.
        __m256 sums[4] = {};
        std::size_t i = 0;
        for (; i + 32 <= dimension; i += 32) {
            for (std::size_t lane = 0; lane < 4; ++lane)
                sums[lane] = eight(sums[lane], weights.data() + i + 8 * lane, code + i + 8 * lane);
        }
        alignas(32) float parts[8];
        _mm256_store_ps(
            parts, _mm256_add_ps(_mm256_add_ps(sums[0], sums[1]), _mm256_add_ps(sums[2], sums[3])));
        float sum = rest(weights, code, i);
        for (const float part : parts)
            sum += part;
        out[row] = sum;
    }
}

#endif

} // namespace

void codeScores(std::span<const float> weights, const std::uint8_t* codes, std::size_t count,
                float* out)
{
#ifdef FOVEA_WIDE_CODES
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        wideScores(weights, codes, count, out);
        return;
    }
#endif
    for (std::size_t row = 0; row < count; ++row)
        out[row] = rest(weights, codes + row * weights.size(), 0);
}

} // namespace fovea

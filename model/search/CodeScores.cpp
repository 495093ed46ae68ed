#include "model/search/CodeScores.h"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FOVEA_WIDE_CODES 1
#endif

namespace fovea {
namespace {

constexpr std::size_t blockNumbers = 64;
constexpr std::size_t blockBytes = blockNumbers / 2;
/// Sums of 16 bits hold so many products of 4 with 8 bits: 16 * 15 * 127 < 32768.
constexpr std::size_t blocksPerSum = 4;

} // namespace

CodeScores::CodeScores(std::span<const float> weights)
    : m_weights(weights.size())
    , m_blocks(weights.size() / blockNumbers * blockNumbers)
{
    float largest = 0.0F;
    for (const float weight : weights)
        largest = std::max(largest, std::abs(weight));
    m_scale = largest > 0.0F ? largest / 127.0F : 1.0F;
    std::ranges::transform(weights, m_weights.begin(), [this](float weight) {
        return static_cast<std::int8_t>(std::lround(weight / m_scale));
    });
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const std::size_t block = i / blockNumbers * blockNumbers;
        const std::size_t place = (i % 2) * blockBytes + (i - block) / 2;
        m_blocks[block + place] = m_weights[i];
    }
}

std::int32_t CodeScores::rest(const std::uint8_t* code, std::size_t from) const
{
    std::int32_t sum = 0;
    for (std::size_t i = from; i < m_weights.size(); ++i)
        sum += m_weights[i] * ((code[i / 2] >> (i % 2 * 4)) & 15);
    return sum;
}

#ifdef FOVEA_WIDE_CODES

__attribute__((target("avx2"))) void CodeScores::wide(const std::uint8_t* codes, std::size_t count,
                                                      float* out) const
{
    const __m256i low = _mm256_set1_epi8(15);
    const __m256i ones = _mm256_set1_epi16(1);
    const std::size_t blocks = m_blocks.size() / blockNumbers;
    for (std::size_t row = 0; row < count; ++row) {
        const std::uint8_t* code = codes + row * bytesPerVector();
        __m256i sums = _mm256_setzero_si256();
        for (std::size_t first = 0; first < blocks; first += blocksPerSum) {
            __m256i part = _mm256_setzero_si256();
            for (std::size_t block = first; block < std::min(first + blocksPerSum, blocks); ++block)
            {
                const auto* weights =
                    reinterpret_cast<const __m256i*>(m_blocks.data() + block * blockNumbers);
                const __m256i bytes =
                    _mm256_loadu_si256(reinterpret_cast<const __m256i*>(code + block * blockBytes));
                const __m256i even = _mm256_and_si256(bytes, low);
                const __m256i odd = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
                part =
                    _mm256_add_epi16(part, _mm256_maddubs_epi16(even, _mm256_loadu_si256(weights)));
                part = _mm256_add_epi16(part,
                                        _mm256_maddubs_epi16(odd, _mm256_loadu_si256(weights + 1)));
            }
            sums = _mm256_add_epi32(sums, _mm256_madd_epi16(part, ones));
        }
        alignas(32) std::int32_t lanes[8];
        _mm256_store_si256(reinterpret_cast<__m256i*>(lanes), sums);
        std::int32_t sum = rest(code, m_blocks.size());
        for (const std::int32_t lane : lanes)
            sum += lane;
        out[row] = static_cast<float>(sum) * m_scale;
    }
}

#endif

void CodeScores::of(const std::uint8_t* codes, std::size_t count, float* out) const
{
#ifdef FOVEA_WIDE_CODES
    if (__builtin_cpu_supports("avx2")) {
        wide(codes, count, out);
        return;
    }
#endif
    for (std::size_t row = 0; row < count; ++row)
        out[row] = static_cast<float>(rest(codes + row * bytesPerVector(), 0)) * m_scale;
}

} // namespace fovea

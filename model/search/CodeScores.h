#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fovea {

/// Compares a direction with vectors of which each number is kept as four bits: number i is the low
/// half of byte i / 2 where i is even, the high half where it is odd (FAISS' QT_4bit), and what a
/// number is worth is linear in its bits.
///
/// 32 bytes at a time where the processor has AVX2: Debian's FAISS is built for any x86-64, and
/// these bytes are what a search reads most. Weights are rounded to 8 bits, as AVX2 wants them;
/// against the rounding of the vectors to 4 bits that is nothing. The same sums without AVX2.
/// Immutable.
class CodeScores {
public:
    /// `weights`: what one step of each number adds to the inner product.
    explicit CodeScores(std::span<const float> weights);

    std::size_t bytesPerVector() const { return (m_weights.size() + 1) / 2; }

    /// The inner products with `count` vectors, up to what is the same for all of them.
    void of(const std::uint8_t* codes, std::size_t count, float* out) const;

private:
    std::int32_t rest(const std::uint8_t* code, std::size_t from) const;
    void wide(const std::uint8_t* codes, std::size_t count, float* out) const;

    std::vector<std::int8_t> m_weights;
    /// The same of whole blocks of 64 numbers, for each first the even ones.
    std::vector<std::int8_t> m_blocks;
    float m_scale = 0.0F; ///< A weight's last bit.
};

} // namespace fovea

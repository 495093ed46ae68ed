#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fovea {

/// out[row] = sum over i of weights[i] * codes[row * weights.size() + i], for `count` rows: the
/// inner product of a direction with vectors kept as one byte per number, up to what is the same
/// for all of them. Eight numbers at a time where the processor has AVX2: Debian's FAISS is built
/// for any x86-64 and takes about ten times as long, and these bytes are what a search reads most.
void codeScores(std::span<const float> weights, const std::uint8_t* codes, std::size_t count,
                float* out);

} // namespace fovea

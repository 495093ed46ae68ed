#pragma once

#include "model/domain/RegionVectors.h"

#include <cstddef>
#include <functional>
#include <span>

namespace fovea {

/// The inner products of rows [begin, end) with the direction, in blocks that stay in the cache:
/// `take(first, scores)` gets those of rows first, first + 1, … Reads memory once, which is what it
/// takes its time for. LibTorch's exceptions pass.
void exactScores(const RegionVectors& vectors, std::span<const float> direction, std::size_t begin,
                 std::size_t end,
                 const std::function<void(std::size_t first, std::span<const float>)>& take);

/// One inner product.
float exactScore(const RegionVectors& vectors, std::span<const float> direction, std::size_t row);

} // namespace fovea

#pragma once

#include "model/domain/Analysis.h"
#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fovea {

/// Which structure and which side of the body each token of a region lies in.
///
/// A voxel of the anatomy counts for the token whose box it lies in. The structure of a token is
/// the one with most of these voxels, its side the side with most. Where they tell no side (the
/// anatomy is segmented as one, or the token has none of its voxels), the side is that of the
/// token's centre from the middle of the anatomy's box, in x (LPS: left is above it).
class TokenPlaces {
public:
    /// `labels` is of the study that was embedded.
    TokenPlaces(const LabelMap& labels, const RegionEmbedding& region);

    /// Tokens that the region has, rising.
    const std::vector<std::size_t>& tokens() const { return m_tokens; }
    /// Label of the structure; 0 where the token has no voxel of the anatomy.
    std::uint16_t structure(std::size_t token) const { return m_structures[token]; }
    Side side(std::size_t token) const { return m_sides[token]; }

    /// The token of the region with the largest value, the first of equals; `values` is one per
    /// token of the grid. Empty where the region has no token.
    std::optional<std::size_t> peak(const std::vector<float>& values) const;

private:
    std::vector<std::size_t> m_tokens;
    std::vector<std::uint16_t> m_structures;
    std::vector<Side> m_sides;
};

} // namespace fovea

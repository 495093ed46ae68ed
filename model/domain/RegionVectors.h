#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace fovea {

/// Which region of the archive a vector is of. Ids are the study database's: nothing of a patient.
struct RegionRow {
    std::int64_t analysisId = 0;
    std::uint32_t ordinal = 0;  ///< Position of the region within its analysis.
    std::uint32_t anatomy = 0;  ///< anatomyTag() of its anatomy.
    std::uint32_t checksum = 0; ///< Of the vector's bytes, as whoever keeps them defines it.
    bool alive = true;          ///< False: its analysis was removed or replaced.
};

/// The vectors of all regions that one model has embedded, as they lie in memory at one moment: an
/// immutable snapshot, read from any number of threads, which stays as it is while regions are
/// added behind it.
struct RegionVectors {
    /// Tells one run of row numbers from another: the same generation never gives a row number to
    /// two regions.
    std::uint64_t generation = 0;
    std::size_t dimension = 0;
    /// rows.size() unit vectors of `dimension` floats, one after the other.
    const float* values = nullptr;
    std::shared_ptr<const void> owner; ///< Keeps the memory of `values`.
    std::vector<RegionRow> rows;       ///< Those of one analysis lie together, by ordinal.

    const float* vector(std::size_t row) const { return values + row * dimension; }
};

/// FNV-1a of the anatomy's id, never 0: what rows carry instead of text.
constexpr std::uint32_t anatomyTag(std::string_view anatomyId)
{
    std::uint32_t hash = 2166136261U;
    for (const char letter : anatomyId)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return hash == 0 ? 1 : hash;
}

} // namespace fovea

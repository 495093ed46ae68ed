#pragma once

#include "model/domain/Progress.h"
#include "model/domain/RegionVectors.h"
#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace fovea {

/// Vectors sorted into clusters (FAISS' IVF), each number as four bits: which rows may be near a
/// direction. Immutable; safe to use from several threads.
class RegionLists {
public:
    virtual ~RegionLists() = default;

    /// Whether this program was built with FAISS. Without it make() and read() answer with nothing.
    static bool available();
    /// Over all rows of the vectors; 2 sqrt(rows) clusters. Cancelled, OutOfMemory, Internal.
    static Result<std::shared_ptr<const RegionLists>> make(const RegionVectors& vectors,
                                                           const Progress& progress);
    /// From a file that write() made, memory mapped: searches read what they need of it. Empty
    /// where there is none that is whole and of the vectors' generation.
    static std::shared_ptr<const RegionLists> read(const std::filesystem::path& file,
                                                   const RegionVectors& vectors);
    /// Whole or not at all; a failure leaves the file as it was.
    virtual Status write(const std::filesystem::path& file, const RegionVectors& vectors) const = 0;

    /// Those of `file` with the rows of `vectors` that came since; the clusters stay as they are.
    /// Null as read(). Cancelled, OutOfMemory, Internal.
    static Result<std::shared_ptr<const RegionLists>> extended(const std::filesystem::path& file,
                                                               const RegionVectors& vectors,
                                                               const Progress& progress);

    virtual std::size_t rows() const = 0; ///< The first so many of the vectors are in it.
    virtual std::size_t clusters() const = 0;
    virtual std::size_t bytes() const = 0;

    /// The best rows by their bits in the nearest `probes` clusters, the best first; only those
    /// with their bit in `allowed` (row 0: the lowest bit of the first byte), or any where that is
    /// empty. FAISS' exceptions pass.
    virtual std::vector<std::size_t> candidates(std::span<const float> direction, std::size_t count,
                                                std::size_t probes,
                                                std::span<const std::uint8_t> allowed) const = 0;
};

} // namespace fovea

#pragma once

#include "model/domain/Progress.h"
#include "model/domain/RegionVectors.h"
#include "model/domain/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace fovea {

/// How an index is made.
struct RegionIndexOptions {
    /// Up to so many vectors every one is compared. 250,000 of 256 dimensions take 31 ms of one
    /// core of an AMD EPYC with AVX-512 (`fovea-cli bench search`), and must take less than 50.
    std::size_t exactUpTo = 250'000;
    /// The share of the clusters that a search looks into. Of 10,000,000 regions of MadeUpRegions,
    /// 0.06, 0.16 and 0.3 hold 0.998, 0.999 and 0.999 of the true 20 best of queries like regions,
    /// and 0.90, 0.95 and 0.983 of queries like texts, in 7, 15 and 27 ms of processor time; half
    /// as many clusters hold 0.79, 0.91 and 0.949 of the latter.
    double probed = 0.3;
    /// Where clusters are kept between runs of the program; empty: made anew each time.
    std::filesystem::path listsFile;
};

struct RegionSearch {
    /// What regions are compared with, by inner product: a unit vector gives cosines, the
    /// difference of two gives the margin between them.
    std::vector<float> direction;
    std::size_t count = 20;    ///< How many hits at most.
    std::uint32_t anatomy = 0; ///< anatomyTag(): only regions of it; 0: of any.
    /// Only these rows (ascending); empty: all that are alive.
    std::optional<std::vector<std::size_t>> rows;
};

struct RegionHit {
    std::size_t row = 0;
    float score = 0.0F; ///< Exact, also where not every vector was compared.
};

/// Finds the regions nearest to a direction among many.
///
/// Up to RegionIndexOptions::exactUpTo vectors by comparing all (LibTorch). Beyond, the vectors
/// are clustered (FAISS, IVF with four bits per number): a search looks into the nearest clusters,
/// takes what is best there by the bits and compares that exactly with the vectors themselves;
/// vectors that came after the clustering are all compared. Where the program was built without
/// FAISS, all are compared always.
///
/// Immutable and safe to use from several threads: what is added to the archive gives a new index
/// over a new snapshot, which takes the clusters of the one before from the lists file.
class RegionIndex {
public:
    /// Clusters are read from options.listsFile where it fits the vectors (same generation), and
    /// made, or extended by rows that came since, where it does not: minutes for millions. A lists
    /// file that cannot be written costs only the time to make it again. Errors: Cancelled,
    /// OutOfMemory, Internal.
    static Result<std::shared_ptr<const RegionIndex>>
    create(std::shared_ptr<const RegionVectors> vectors, const RegionIndexOptions& options,
           const Progress& progress);

    virtual ~RegionIndex() = default;

    virtual const RegionVectors& vectors() const = 0;
    /// How many rows are reached through clusters; 0: every search compares all.
    virtual std::size_t clustered() const = 0;
    /// Of the clusters, beside the vectors.
    virtual std::size_t bytesPerRegion() const = 0;

    /// By falling score. BadOption where the direction has another dimension than the vectors.
    virtual Result<std::vector<RegionHit>> search(const RegionSearch& search) const = 0;
    /// The exact score of each row, in the order of `rows`. Errors as search().
    virtual Result<std::vector<float>> scores(const std::vector<float>& direction,
                                              const std::vector<std::size_t>& rows) const = 0;
};

} // namespace fovea

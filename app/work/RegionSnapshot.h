#pragma once

#include "app/work/RegionQuestion.h"
#include "model/domain/RegionVectors.h"
#include "model/search/RegionIndex.h"
#include "storage/StudyDatabase.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fovea {

/// The regions of one model at one moment: their vectors and where each comes from.
struct RegionSnapshot {
    std::string fingerprint;
    std::filesystem::path archive;        ///< Its folder; empty for one in memory.
    std::int64_t version = 0;             ///< analysesVersion() that `analyses` is of.
    std::vector<AnalysisSource> analyses; ///< By id.
    std::shared_ptr<const RegionVectors> vectors;
    std::shared_ptr<const RegionIndex> index;
    struct Rows {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::unordered_map<std::int64_t, Rows> rowsOf; ///< By analysis: its rows, which are alive.
    struct OfAnatomy {
        std::size_t count = 0; ///< Rows alive.
        /// All of them or an even sample of at most 5,000.
        std::vector<std::size_t> sample;
    };
    std::unordered_map<std::uint32_t, OfAnatomy> anatomies; ///< By anatomyTag().

    /// Fills in rowsOf and anatomies from the vectors.
    void arrange();

    const AnalysisSource* source(std::int64_t analysisId) const;
    /// Row of an anatomy of a series; empty where there is none.
    std::optional<std::size_t> row(const RegionAddress& address) const;
};

/// The vectors of these analyses straight from the database, with row numbers of their own.
Result<std::shared_ptr<const RegionVectors>>
vectorsFromDatabase(const StudyDatabase& database, const std::vector<AnalysisSource>& analyses,
                    const Progress& progress);

/// Ids, ascending, of the analyses in the scope that fit the filter.
Result<std::vector<std::int64_t>> analysesFor(const StudyDatabase& database,
                                              const RegionSnapshot& snapshot,
                                              const RegionQuestion& question);

} // namespace fovea

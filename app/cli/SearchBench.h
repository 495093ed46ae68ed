#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QCoreApplication>
#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace fovea {

/// `bench search [--regions N] [--queries N] [--probed PERCENT] [--folder DIR]`: the 20 best of N
/// made-up regions of 256 dimensions (MadeUpRegions), in the store that the archive has, against
/// comparing all of them in the same run. Times are of one query after the other: the wall's, and
/// the processor time of the whole process, which a busy machine disturbs less.
class SearchBench {
    Q_DECLARE_TR_FUNCTIONS(fovea::SearchBench)

public:
    struct Options {
        int regions = 1'000'000;
        int queries = 100;
        double probed = 0.0; ///< Share of the clusters; 0: the program's own.
        std::string folder;  ///< For the store, removed afterwards; empty: the system's temporary.
    };
    struct Kind {
        std::string name; ///< "region" or "text": what the queries are like.
        double recallAt20 = 0.0;
        double exactMilliseconds = 0.0;          ///< Median.
        double exactProcessorMilliseconds = 0.0; ///< Mean.
        double milliseconds = 0.0;               ///< Median.
        double milliseconds95 = 0.0;             ///< 95th percentile.
        double processorMilliseconds = 0.0;      ///< Mean.
        double bestScore = 0.0;                  ///< Mean of the true first.
        double twentiethScore = 0.0;             ///< Mean of the true twentieth.
    };
    struct Report {
        int regions = 0;
        std::size_t clustersOfData = 0; ///< In the made-up regions.
        std::size_t clustered = 0;      ///< Regions reached through the index's clusters; 0: none.
        double storeSeconds = 0.0;      ///< Writing the store.
        double openSeconds = 0.0;       ///< Reading its rows and mapping its vectors.
        double buildSeconds = 0.0;      ///< Making the clusters.
        double buildProcessorSeconds = 0.0;
        double reopenSeconds = 0.0; ///< Taking the clusters from their file.
        double storeBytesPerRegion = 0.0;
        double listsBytesPerRegion = 0.0;
        std::vector<Kind> kinds;
    };

    static Result<Report> run(CommandContext& context, const Options& options);
    static nlohmann::json json(const Report& report);
    static QString text(const Report& report);
};

} // namespace fovea

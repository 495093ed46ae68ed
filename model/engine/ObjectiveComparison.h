#pragma once

#include "model/domain/Result.h"
#include "model/engine/TrainStatus.h"
#include "model/evaluate/PromptSet.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// How well objectives do that differ in nothing else. Standard C++ only.

namespace fovea {

/// One training of one variant, measured on studies that neither trained nor chose it.
struct ComparisonRun {
    struct FindingAuc {
        std::string anatomyId;
        std::string findingId;
        std::optional<double> auc; ///< Empty where the test studies lack one of the classes.
    };
    /// "fvlm none", "fvlm normals", "fvlm normals+abnormals", "clip" or "supervised".
    std::string variant;
    std::uint64_t seed = 0;
    std::vector<FindingAuc> findings; ///< In the recipe's order.
    double meanAuc = 0;               ///< Over the findings that have one.
    /// Of the text searches, by cosine; empty without searches and with "supervised", which reads
    /// no texts. And what a random order would have.
    std::optional<double> recallAt10;
    std::optional<double> recallByChance;
    double validationAuc = 0; ///< Of the parameters that were kept.
    std::int64_t step = 0;    ///< After which they were taken.
    double seconds = 0;       ///< Training and measuring.
};

/// The runs of one variant together.
struct ComparisonRow {
    std::string variant;
    int runs = 0;
    double meanAuc = 0; ///< Mean over the runs.
    /// Sample standard deviation over the runs (n - 1); empty with one run.
    std::optional<double> deviation;
    std::optional<double> overClip;       ///< meanAuc minus that of "clip".
    std::optional<double> overSupervised; ///< meanAuc minus that of "supervised".
    std::optional<double> recallAt10;     ///< Mean over the runs, where all have one.
    std::optional<double> recallDeviation;
};

struct ObjectiveComparison {
    std::vector<ComparisonRun> runs; ///< By seed, then by variant.
    std::vector<ComparisonRow> rows; ///< One per variant, in the order named above.
};

struct CompareOptions {
    std::filesystem::path recipe; ///< Its objective and false negatives are replaced.
    std::int64_t steps = 0;       ///< Of the optimiser, for each run; at least 1.
    int seeds = 1;                ///< Runs of each variant: seeds firstSeed, firstSeed + 1, …
    std::uint64_t firstSeed = 1;
    std::vector<SearchPrompt> searches; ///< Asked of the test studies after each run.
    /// Runs of before, with the same recipe, steps and studies: they are not made again.
    std::vector<ComparisonRun> finished;
    /// Hears each run as it is finished; a failure ends the comparison.
    std::function<Status(const ComparisonRun& run)> onRun;
    std::function<void(const std::string& line)> log;
    std::function<void(const TrainStatus& status)> status;
};

} // namespace fovea

#pragma once

#include "app/work/tuning/TuningSet.h"
#include "model/engine/Engine.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What a tuning has to go through.
struct TuningSize {
    std::size_t training = 0; ///< Studies.
    std::size_t validation = 0;
    std::uint64_t largestStudyBytes = 0; ///< Of voxels and labels in memory.
    /// That this machine took to analyse one of them, as the archive says; empty: none was yet.
    std::optional<double> analysisSeconds;
};

/// What one way of tuning would take.
struct WayEstimate {
    TuneWay way = TuneWay::Heads;
    std::int64_t trainableParameters = 0;
    std::int64_t steps = 0; ///< Without an early end.
    /// Reading, encoding and learning without an early end, about: from analysisSeconds, a small
    /// share of them for each study of a step of heads, and for ways that go through the encoders
    /// five for each study of a step (forward and backward, unpacked; not checked). Of heads on 200
    /// synthetic chests 22 minutes were foretold on a machine that was busy otherwise; drawing the
    /// chests included, and with an early end after half of the steps, it took as long. Empty where
    /// nothing was analysed yet.
    std::optional<double> seconds;
    /// Memory of the process that does it: at most (estimateTune.h).
    std::uint64_t peakBytes = 0;
    std::uint64_t diskBytes = 0; ///< Encoded studies within their budget and checkpoints, about.
};

/// Of a set; `fingerprint`: of the model that is tuned, whose analyses tell the time before those
/// of others. Errors of the database.
Result<TuningSize> tuningSize(const StudyDatabase& database, const TuningSet& set,
                              const std::string& fingerprint);

/// Of every way but calibration, from little to all; queries only where there are new anatomies.
/// `options` say the rest; their way does not matter. Errors of ModelApi::estimateTune().
Result<std::vector<WayEstimate>> estimateWays(ModelApi& api, TuneOptions options,
                                              const TuningSize& size);

/// The one of a way; null where it is none of them.
const WayEstimate* estimateOf(const std::vector<WayEstimate>& ways, TuneWay way);
/// Those that take no more memory than `limit` bytes.
std::vector<WayEstimate> waysWithin(const std::vector<WayEstimate>& ways, std::uint64_t limit);

} // namespace fovea

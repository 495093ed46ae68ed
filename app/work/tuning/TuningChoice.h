#pragma once

#include "app/work/tuning/TuningNews.h"
#include "app/work/tuning/TuningSet.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fovea {

/// Which studies of the archive a model is to learn from, and by what labels, as a person says it:
/// in the window, or as options of `fovea-cli tune`.
struct TuningChoice {
    std::string search; ///< --search
    std::string from;   ///< --from: YYYYMMDD or YYYY-MM-DD; empty: any.
    std::string to;     ///< --to
    std::string reports;
    std::string corrections;
    std::string labels;
    std::string split;
    std::string newFile; ///< --new
    bool noVerdicts = false;
    bool silenceUnknown = false;
    std::uint64_t seed = 1;
    bool operator==(const TuningChoice&) const = default;

    /// What `newFile` says. Errors of readTuningNews().
    Result<TuningNews> news(const ModelInfo& model) const;
    /// BadOption (--from, --to).
    Result<TuningRequest> request(const ModelInfo& model, const TuningNews& news) const;
    /// The options that say the same on the command line.
    std::vector<std::string> arguments() const;
};

} // namespace fovea

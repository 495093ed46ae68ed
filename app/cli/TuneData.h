#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/CommandParser.h"
#include "app/work/tuning/TuningNews.h"
#include "app/work/tuning/TuningSet.h"

#include <cstdint>
#include <string>

namespace fovea {

/// Which studies of the archive a model is to learn from, and by what labels: --search, --from,
/// --to,
/// --reports, --corrections, --labels, --no-verdicts, --silence-unknown, --split, --seed, --new.
struct TuneData {
    std::string search;
    std::string from;
    std::string to;
    std::string reports;
    std::string corrections;
    std::string labels;
    std::string split;
    std::string newFile;
    bool noVerdicts = false;
    bool silenceUnknown = false;
    std::uint64_t seed = 1;

    /// This object outlives the parser.
    void declare(CommandParser& parser);

    /// What --new says. Errors of readTuningNews().
    Result<TuningNews> news(const ModelInfo& model) const;
    /// Errors of gatherTuningSet() and of reading the rules for reports.
    Result<TuningSet> gather(const StudyDatabase& database, const ModelInfo& model,
                             const TuningNews& news, CommandContext& context) const;
};

} // namespace fovea

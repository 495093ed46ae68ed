#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/CommandParser.h"
#include "app/work/tuning/TuningChoice.h"

namespace fovea {

/// A TuningChoice as options: --search, --from, --to, --reports, --corrections, --labels,
/// --no-verdicts, --silence-unknown, --split, --seed, --new.
struct TuneData : TuningChoice {
    /// This object outlives the parser.
    void declare(CommandParser& parser);

    /// Errors of gatherTuningSet(), of the options and of reading the rules for reports.
    Result<TuningSet> gather(const StudyDatabase& database, const ModelInfo& model,
                             const TuningNews& news, CommandContext& context) const;
};

} // namespace fovea

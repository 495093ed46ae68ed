#pragma once

#include "app/cli/Command.h"
#include "app/cli/TuneData.h"
#include "model/evaluate/TuningJudgement.h"

#include <QCoreApplication>

#include <optional>
#include <string>

namespace fovea {

/// `tune judge PACKAGE`, with the options of TuneData and --model, --benchmark N: compares a
/// package with the model that it was made from (--model) on the test split of the archive's
/// studies, and with N synthetic chests (by default 60 where the model was made for them, else
/// none), and keeps what comes of it as PACKAGE/judgement.json, which `tune activate` goes by. The
/// split must be remembered already: one made now would have test studies that the package may have
/// learnt from.
/// --json: as tuningJudgementToJson(), with "written".
class TuneJudge {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneJudge)

public:
    /// Declares its options on `parser`, which it outlives.
    explicit TuneJudge(CommandParser parser);
    bool chosen() const { return m_parser.parsed(); }
    Status run(CommandContext& context) const;

    /// Judges the test studies of `set` and writes the judgement; what TuneJudge and a run of
    /// tuning end with. `benchmark`: how many synthetic chests; empty: as above.
    static Status judge(CommandContext& context, const TuningSet& set,
                        const StudyDatabase& database, const std::filesystem::path& before,
                        const std::filesystem::path& after, std::optional<int> benchmark,
                        TuningJudgement& judgement);

private:
    CommandParser m_parser;
    TuneData m_data;
    std::string m_model;
    std::string m_package;
    std::optional<int> m_benchmark;
    bool m_noBenchmark = false;
};

} // namespace fovea

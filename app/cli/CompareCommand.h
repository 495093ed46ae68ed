#pragma once

#include "app/cli/Command.h"
#include "app/cli/StudyOptions.h"

#include <QCoreApplication>

namespace fovea {

/// `compare --recipe FILE --phantoms N [--seed S] --validation V --test T --steps N --seeds K
/// [--out FILE]`: trains each objective K times from nothing, with the same encoder, studies and
/// steps, and measures it on studies none of them has seen.
///
/// Studies: phantoms of seeds S .. S+N-1 to learn from, the next V choose the parameters, the next
/// T measure them.
///
/// --out: where the result is kept as JSON, run by run; named again, it is gone on with, and what
/// it has is not made again. A file of another recipe, other studies or steps is refused
/// (BadOption). With .csv the table is written there at the end, and the runs beside it as .json.
///
/// --json: what the file holds: "settings", "runs" ({"variant", "seed", "mean_auc", "recall_at_10",
/// "recall_by_chance", "validation_auc", "step", "seconds", "findings": [{"anatomy", "finding",
/// "auc"}]}) and "rows" ({"variant", "runs", "mean_auc", "deviation", "over_clip",
/// "over_supervised", "recall_at_10", "recall_deviation"}). What does not exist is null.
class CompareCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::CompareCommand)

public:
    CompareCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    /// What a run's result depends on.
    Result<nlohmann::json> settings() const;
    StudySource phantoms(int from, int count) const;

    std::string m_recipe;
    int m_phantoms = 1000;
    std::uint64_t m_seed = 1;
    int m_validation = 100;
    int m_test = 300;
    int m_steps = 1000;
    int m_seeds = 3;
    std::string m_out;
    GridOptions m_grid;
};

} // namespace fovea

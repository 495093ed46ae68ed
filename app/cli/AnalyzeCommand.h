#pragma once

#include "app/cli/Command.h"
#include "app/cli/SeriesSelection.h"

#include <QCoreApplication>

namespace fovea {

/// `analyze (--series ID | --study ID | --all) [--labels PATH] [--model PACKAGE] [--force]`: scores
/// the segmented anatomies, measures them and stores the answer.
///
/// --json: {"model": as modelJson(), "results": [as analysisJson()],
///  "failed": [{"series_id", "reason"}], "without_label_map": [series ids]}
///
/// What was computed now has "marked_by" as well: the standing searches that mark its study.
///
/// --all means every series that has a label map; the others are named under "without_label_map".
/// A series that fails does not stop the rest: what was done is printed, and the command fails.
/// --labels goes with one series only.
class AnalyzeCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::AnalyzeCommand)

public:
    AnalyzeCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    SeriesSelection m_selection;
    std::string m_labels;
    std::string m_model;
    bool m_force = false;
};

} // namespace fovea

#pragma once

#include "app/cli/AskOptions.h"
#include "app/cli/Command.h"
#include "app/work/RegionQuestion.h"

#include <QCoreApplication>

namespace fovea {

/// `ask (TEXT | --like [STUDY/]SERIES:ANATOMY) (--series ID | --study ID | --patient STUDY | --all)
/// [filters] [--top N] [--model PACKAGE]`: ranks regions against a text or a region (AskOptions,
/// RegionSearcher). The one series of --series or --study is analysed first where this model has
/// not. A text that the model cannot know (no anatomy or finding, unknown words) is refused.
///
/// --json: {"model": as modelJson(), "text", "like": null or {"series_id", "anatomy"},
///  "understood": null or {"subject", "negated", "anatomies", "chips": [{"kind", "id", "text",
///    "negated"}], "unknown_words": […]},
///  "regions": how many were ranked,
///  "matches": [{"rank", "study_id", "series_id", "study_date", "anatomy", "score", "cosine",
///    "percentile", "prompt"}]} by falling score; see RankedRegion. What is not known is null.
class AskCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::AskCommand)

public:
    AskCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    Status analyseWhatIsMissing(CommandContext& context, StudyDatabase& database,
                                Engine& engine) const;
    /// BadOption for a question that the model cannot know.
    Status refusal(const RegionAnswer& answer) const;
    nlohmann::json json(const RegionQuestion& question, const RegionAnswer& answer) const;
    QString text(const RegionAnswer& answer) const;

    AskOptions m_options;
    std::string m_model;
    int m_top = 10;
};

} // namespace fovea

#pragma once

#include "app/cli/Command.h"
#include "app/cli/SeriesSelection.h"
#include "model/domain/Analysis.h"

#include <QCoreApplication>

namespace fovea {

/// A region of the archive and how well a text fits it.
struct ArchiveMatch {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    std::string anatomyId;
    double cosine = 0.0; ///< In [-1, 1]; only the order means something.
};

/// `ask TEXT (--series ID | --study ID | --all) [--top N] [--model PACKAGE]`: ranks regions against
/// a text. One series: its stored answer is used, or computed first. --all: every region that this
/// model has embedded in the archive.
///
/// --json: {"model": as modelJson(), "text", "regions": how many were ranked,
///  "matches": [{"rank", "study_id", "series_id", "anatomy", "cosine"}]} by falling cosine.
class AskCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::AskCommand)

public:
    AskCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    Result<std::vector<ArchiveMatch>> rankSeries(CommandContext& context, StudyDatabase& database,
                                                 Engine& engine) const;
    Result<std::vector<ArchiveMatch>> rankArchive(const StudyDatabase& database,
                                                  Engine& engine) const;

    std::string m_text;
    SeriesSelection m_selection;
    std::string m_model;
    int m_top = 10;
};

} // namespace fovea

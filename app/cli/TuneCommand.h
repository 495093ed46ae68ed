#pragma once

#include "app/cli/Command.h"
#include "app/cli/TuneCompare.h"
#include "app/cli/TuneData.h"
#include "app/cli/TuneJudge.h"
#include "app/cli/TuneRun.h"

#include <QCoreApplication>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace fovea {

/// Fine-tuning on the site's own studies.
///
/// `tune check`, with the options of TuneData: what the archive's studies have for a model to learn
/// from, and what is wrong with it. Writes nothing, but with --texts a table of what reports say of
/// each anatomy, whose texts may be corrected and given back with --corrections. --json:
/// tuningSetJson() with "model" and "ways" (waysJson(): what each way would take).
///
/// `tune run`, `tune judge` and `tune compare`: see TuneRun, TuneJudge and TuneCompare.
///
/// `tune activate PACKAGE [--anyway] [--analyze]`: from now on the program's model is PACKAGE.
/// Refused, with the reasons, where its judgement.json has any, or is not there. Says how many
/// studies of the archive another model has analysed and this one has not, which searches find only
/// once it has; with --analyze it does so at once. --json: {"package", "before", "judged",
/// "activated", "refusals": as the judgement's, "to_analyze": {"studies", "series", "seconds"} or
/// null where there is no archive, "analyzed": series that --analyze did, "failed": or could not}.
///
/// `tune export PACKAGE --out DIR`: the adapter alone, for another site that has the same parent.
/// It holds no patient data.
class TuneCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneCommand)

public:
    TuneCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    /// With the options that all have.
    static CommandParser add(CommandParser& parent, CommonOptions& options, const std::string& name,
                             const QString& description);
    Status check(CommandContext& context) const;
    Status activate(CommandContext& context) const;
    /// What the archive lacks of the model that was activated: says it, and with --analyze does it.
    Status bringUp(CommandContext& context, Engine& engine, nlohmann::json& out,
                   QString& text) const;
    Status exportAdapter(CommandContext& context) const;
    Status importAdapter(CommandContext& context) const;

    CommandParser m_check;
    TuneRun m_run;
    TuneJudge m_judge;
    CommandParser m_activate;
    CommandParser m_export;
    CommandParser m_import;
    TuneCompare m_compare;
    TuneData m_data;
    std::string m_model;
    std::string m_texts;
    std::string m_package;
    std::string m_out;
    bool m_anyway = false;
    bool m_analyze = false;
};

} // namespace fovea

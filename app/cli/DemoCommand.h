#pragma once

#include "app/cli/Command.h"

#include <QCoreApplication>

#include <filesystem>

namespace fovea {

/// `demo`: what Fovea does, on a machine without a display. Puts the sample study into an archive
/// of its own (or the one of --archive), analyses it with the bundled demo model and asks it for a
/// pleural effusion.
///
/// --json: {"model": as modelJson(), "archive", "synthetic": true, "analysis": as analysisJson(),
///  "question", "matches": [{"rank", "anatomy", "score", "cosine"}]} as `ask` has them
class DemoCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::DemoCommand)

public:
    DemoCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    /// The window's sample archive; never the user's own unless it was named.
    static std::filesystem::path archiveFolder(const CommandContext& context);
};

} // namespace fovea

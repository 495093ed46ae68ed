#pragma once

#include "app/cli/Command.h"

#include <QCoreApplication>

#include <string>

namespace fovea {

/// Takes a radiologist's report apart: which sentences speak of which anatomy, which findings they
/// assert or deny. What training makes of a report, for a person to check.
class ReportCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ReportCommand)

public:
    ReportCommand(CommandParser& parent, CommonOptions& options);

    Status run(CommandContext& context) override;

private:
    std::string m_file;
};

} // namespace fovea

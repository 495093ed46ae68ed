#include "app/cli/waitForEnd.h"

#include <utility>

namespace fovea {

Status waitForEnd(QProcess& process, const CommandContext& context,
                  std::vector<std::string> arguments)
{
    while (!process.waitForFinished(200)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (context.stopToken().stop_requested()) {
            process.kill();
            process.waitForFinished();
            return makeError(ErrorCode::Cancelled);
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return makeError(ErrorCode::Internal, std::move(arguments),
                         process.readAllStandardError().toStdString());
    return Done{};
}

} // namespace fovea

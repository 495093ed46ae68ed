#pragma once

#include "app/cli/CommandContext.h"
#include "model/domain/Result.h"

#include <QProcess>

#include <string>
#include <vector>

namespace fovea {

/// Waits until a process that was started has ended; kills it where the user cancels (Cancelled).
/// Where it failed: Internal with those arguments, and what it wrote to standard error as detail.
Status waitForEnd(QProcess& process, const CommandContext& context,
                  std::vector<std::string> arguments = {});

} // namespace fovea

#pragma once

#include "model/domain/Error.h"

namespace fovea {

/// What the command line's exit codes mean.
namespace ExitCode {
inline constexpr int Done = 0;       ///< What was asked was done.
inline constexpr int BadRequest = 1; ///< The request or the input is bad, or it was cancelled.
inline constexpr int Fault = 2;      ///< The program or its installation failed.
} // namespace ExitCode

/// The exit code for an error. The switch has no default, so a new code without one does not
/// compile.
int exitCode(ErrorCode code);

} // namespace fovea

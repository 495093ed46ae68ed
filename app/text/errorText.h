#pragma once

#include "model/domain/Error.h"

#include <QString>

namespace fovea {

/// What went wrong and what to do about it, in the user's language. Covers every ErrorCode: the
/// switch has no default, so a new code without a text does not compile.
QString errorText(const Error& error);

/// errorText() and the technical detail for the log or a "details" box.
QString errorDetails(const Error& error);

} // namespace fovea

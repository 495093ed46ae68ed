#pragma once

#include "model/domain/StructureCheck.h"

#include <QString>

namespace fovea {

/// What a reader should know of a structure before trusting its numbers, a sentence per line; empty
/// where nothing speaks against it.
QString checkText(const StructureCheck& check);

/// The same in a column: a warning sign, a mark of what the scan cuts, or nothing.
QString checkMark(const StructureCheck& check);

} // namespace fovea

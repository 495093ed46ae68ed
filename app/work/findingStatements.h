#pragma once

#include "model/engine/Engine.h"
#include "model/report/DecomposeReport.h"

#include <vector>

namespace fovea {

/// What a text says of the region's findings, clause by clause. A clause that negates what is there
/// ("no effusion on the left", with one on the right), or asserts what is not, is left out.
std::vector<FindingStatement> findingStatements(const DecomposedReport& report,
                                                const LabelledStudy::Region& region);

} // namespace fovea

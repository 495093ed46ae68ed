#pragma once

#include "storage/StudyList.h"

namespace fovea {

/// Names of findings and anatomies in the user's language, for StudyListQuery.
FindingNames namesForSearch();

} // namespace fovea

#pragma once

#include "storage/DicomWriter.h"

#include <string>

namespace fovea {

/// How an object that is made from a CT series is numbered and named.
struct DerivedOptions {
    UidSource uids;
    int seriesNumber = 900;
    int instanceNumber = 1;
    std::string seriesDescription; ///< Names nobody.
    std::string softwareVersion;   ///< Of the program; may be empty.
};

} // namespace fovea

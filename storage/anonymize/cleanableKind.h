#pragma once

#include "storage/anonymize/DataSetCleaner.h"

#include <optional>
#include <string>

namespace fovea {

/// Whether a file can be cleaned and as what, or why not. Internal to storage/.
struct CleaningVerdict {
    std::optional<CleanableKind> kind;
    LeftOutKind leftOut = LeftOutKind::NoCleaning; ///< Where there is no kind.
    std::string what;                              ///< DicomHeader::kind().
};

/// Looks at the SOP class, at Burned In Annotation (0028,0301) and at Image Type: pictures of a
/// screen (SCREEN SAVE, DOSE, PROTOCOL) are left out also where they call themselves CT.
CleaningVerdict cleaningVerdict(const DicomHeader& header);

} // namespace fovea

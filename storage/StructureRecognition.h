#pragma once

#include "model/domain/Anatomy.h"
#include "storage/DicomHeader.h"

#include <string>

namespace fovea {

/// What a segment of a DICOM SEG or a region of an RT Structure Set is in the catalog: by its code
/// and side, by a code that stands for one structure alone or is known as an alias, else by its
/// label. Where the code knows no side and the label does ("Left lung" coded as Lung), the label
/// says more. Null where the catalog knows neither.
///
/// `typeSequence` is the code sequence in `coded` that says what it is; modifiers that say left or
/// right are looked for in that code and in `coded`. `coded` may be null: no code at all.
const CatalogStructure* recogniseStructure(const AnatomyCatalog& catalog, const DicomHeader& header,
                                           DcmItem* coded, const DcmTagKey& typeSequence,
                                           const std::string& label);

} // namespace fovea

#pragma once

#include "app/work/studyWork.h"
#include "storage/DicomWriter.h"

namespace fovea {

/// Stores a label map of a series in the archive, as a new one beside all that the series
/// has: a DICOM SEG that refers to the CT. `labels` lies on the series' grid. Off the GUI thread;
/// seconds. Errors: NoStructures (nothing is marked), those of writeSegmentation() and
/// attachLabelMap().
Result<LabelMapRecord> storeLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                     const LabelMap& labels, const AnatomyCatalog& catalog,
                                     const SegmentationOptions& options, const Progress& progress);

/// The same for one that a person corrected.
Result<LabelMapRecord> storeCorrectedLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                              const LabelMap& labels, const AnatomyCatalog& catalog,
                                              const Progress& progress);

} // namespace fovea

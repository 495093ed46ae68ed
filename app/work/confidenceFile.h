#pragma once

#include "model/domain/Segmentation.h"
#include "storage/StudyDatabase.h"

// How sure a network was of what it segmented, kept beside the label map's file in the archive and
// removed with it. No Qt.

namespace fovea {

/// The file of a label map: "<its file>.confidence.json".
std::filesystem::path confidenceFileOf(const LabelMapRecord& record);

/// By the structures' names, which outlive a way through a DICOM SEG. FileNotWritable, DiskFull.
Status writeConfidence(const LabelMapRecord& record, const Segmentation& segmentation);

/// Of the structures of `labels` that it knows, by rising label. Empty where there is no such file,
/// or one that cannot be understood: a reader is then told nothing rather than something wrong.
std::vector<StructureConfidence> readConfidence(const LabelMapRecord& record,
                                                const LabelMap& labels);

} // namespace fovea

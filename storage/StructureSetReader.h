#pragma once

#include "storage/DicomHeader.h"
#include "storage/LabelMapReader.h"

namespace fovea {

/// The RT Structure Set part of readLabelMap(); same rules and errors.
///
/// Closed planar contours are filled on the grid of the volume, plane by plane (ContourRaster.h):
/// voxels whose centres an odd number of edges of the structure's contours in that plane separates
/// from outside. Contours may come in any order and need not lie on slices: each plane shows those
/// nearest to it, no further away than half the distance at which contours usually follow each
/// other in this file (at most 5 mm), and what lies between contours further apart stays empty
/// (note MissingContours). Later structures win where they overlap.
///
/// It belongs to the volume where the frame of reference says so (of which a planning system's
/// study says nothing), else, where either does not state it, where the study is the same; anything
/// else is OtherPatient. Structures in another frame of reference, without closed contours, or
/// whose contours lie across the slices are left out (note LeftOutStructures). Labels are ROI
/// numbers where those are labels and unique, else the position in the file.
Result<LabelMapWithNotes> readStructureSet(const DicomHeader& header,
                                           const std::filesystem::path& path,
                                           const LabelMapTarget& target,
                                           const AnatomyCatalog& catalog, const Progress& progress);

} // namespace fovea

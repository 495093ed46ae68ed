#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/DerivedOptions.h"
#include "storage/StudyResults.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// A DICOM Segmentation that the volumes were measured in.
struct SegmentationReference {
    std::string sopClassUid;
    std::string sopInstanceUid;
    std::string seriesInstanceUid;
    std::string studyInstanceUid;
    /// The segment's number of each of StudyResults::structures, 0 where it has none.
    std::vector<int> segments;
};

/// Whether it is a DICOM Segmentation at all; an RT Structure Set has no segments to refer to.
bool isSegmentation(const SegmentationReference& reference);

/// Reads the reference of a label map that the archive keeps as DICOM SEG, where the label of a
/// structure is its segment's number. Errors: those of DicomHeader::load().
Result<SegmentationReference> segmentationReference(const std::filesystem::path& file,
                                                    const StudyResults& results);
/// Of a SEG that writeSegmentation() made of the same label map: numbered in its order.
Result<SegmentationReference> writtenSegmentation(const std::filesystem::path& file,
                                                  const StudyResults& results);

/// Writes what is known of a series as a Comprehensive 3D SR by template TID 1500 (Measurement
/// Report, PS3.16) at `file`, whole or not at all. Below "Imaging Measurements" stands one group
/// for
///
/// - each structure (TID 1411 where `segmentation` is given, else 1501): its catalogued SNOMED code
///   and side (99FOVEA where none is known), volume (mL), mean and standard deviation of HU;
/// - each measure (TID 1410 for outlines, else 1501): length (mm), angle (deg), area (mm2), mean,
///   standard deviation, least and largest HU, or the HU of a probe, inferred from the points
///   (SCOORD3D, LPS, mm) in the series' frame of reference; texts and arrows as comments. Points
///   are left out where the series has no frame of reference;
/// - each finding of the model (TID 1501): raw score, the probability only where
///   FindingReading::probability has one, and what it was calibrated on; model and fingerprint as
///   algorithm (TID 4019); the reader's verdict and comment. The code of the finding is called
///   "Finding" (DCM 121071) only where the reader accepted it, else "Finding asked for" (99FOVEA).
///
/// Findings have private codes, 99FOVEA, the id as value. Observer is the program as a device.
/// Images and segmentation are the evidence. `notice` (what this software is not) is a comment at
/// the end. Patient and study are copied from the CT's files. The document is complete and not
/// verified: nobody has signed it. Text is English.
///
/// Errors: EmptySeries, FileNotReadable, BrokenFile, FileNotWritable, DiskFull, Cancelled,
/// BadOption (the UID root). Returns the SOPInstanceUID.
Result<std::string>
writeMeasurementReport(const StudyResults& results, const AnatomyCatalog& catalog,
                       const std::optional<SegmentationReference>& segmentation,
                       const std::string& notice, const std::filesystem::path& file,
                       const DerivedOptions& options, const Progress& progress = {});

/// Private codes of the program.
inline constexpr const char* privateScheme = "99FOVEA";

/// The catalogued code of a structure, or a private one that is the same for the same name
/// everywhere.
CodedConcept structureCode(const Structure& structure, const AnatomyCatalog& catalog);

} // namespace fovea

#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fovea {

/// The CT that a label map must belong to.
struct LabelMapTarget {
    ImageGeometry geometry;
    /// Identities that a DICOM SEG is checked against; empty ones are not checked.
    std::string studyInstanceUid;
    std::string frameOfReferenceUid;
};

struct LabelMapOptions {
    /// Names per voxel value, instead of any in the file and of TotalSegmentator's.
    std::map<std::uint16_t, std::string> names;
    /// Name of the structure of a map with a single label, e.g. "lung". Empty: the file's name,
    /// where the catalog knows it as a name or alias.
    std::string singleName;
    /// Bits of a voxel that hold the label, e.g. 0x00FF for Chest Imaging Platform regions.
    std::uint16_t labelMask = 0xFFFF;
};

struct LabelMapNote {
    enum class Kind {
        Resampled,         ///< Another grid: nearest neighbour.
        PartlyCovered,     ///< The map covers only part of the volume; count: percent covered.
        Overlap,           ///< count: voxels claimed twice; the later structure has them.
        UnknownStructures, ///< count: structures that the catalog does not know.
        UnnamedLabels, ///< No names and not TotalSegmentator's values: "label N". count: labels.
        LeftOutStructures, ///< count: structures of a structure set without closed contours here.
        MissingContours,   ///< count: structures with slices between contours left empty.
    };
    Kind kind = Kind::Resampled;
    std::size_t count = 0;
};

struct LabelMapWithNotes {
    LabelMapPtr labels;
    std::vector<LabelMapNote> notes;
};

/// Reads a segmentation and lays it onto the grid of the CT that it belongs to. `path` is
/// - a volume file (.nii, .nii.gz, .nrrd, .mha …) with one label per voxel. Names come from
///   options.names, else from the file (Slicer's Segment*_Name in .seg.nrrd, the label table in a
///   NIfTI header extension), else, for a single label, from a file name that the catalog knows,
///   else, where every value is one of TotalSegmentator v2's, from there (but a map whose only
///   value is 1 is a mask of something unknown, not of the spleen);
/// - a folder with one mask per structure, named by it (TotalSegmentator's output); labels are the
///   TotalSegmentator ids, other names get values after them; empty masks are left out;
/// - a DICOM Segmentation: binary, fractional (at least half of the maximum counts) or label map;
///   labels are the segment numbers; structures are recognised by code and side, else by label;
/// - a DICOM RT Structure Set (StructureSetReader.h): its contours filled, recognised likewise.
///
/// A grid that is the volume's up to swapped and reversed axes is copied voxel for voxel (frames of
/// a DICOM SEG may lie 1/20 of a voxel off); any other grid is resampled by nearest neighbour.
/// Where structures overlap, the later one wins.
///
/// Errors: FileNotFound, FileNotReadable, BrokenFile; NotALabelMap (values that are negative, not
/// whole, or above 65535; an image instead of a segmentation); OtherPatient (a SEG whose study or
/// frame of reference is another); GridMismatch (no voxel in common with the volume);
/// NoStructures; UnsupportedPixels; OutOfMemory; Cancelled. Threads: reentrant.
Result<LabelMapWithNotes> readLabelMap(const std::filesystem::path& path,
                                       const LabelMapTarget& target, const AnatomyCatalog& catalog,
                                       const LabelMapOptions& options, const Progress& progress);

} // namespace fovea

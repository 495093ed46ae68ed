#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/phantom/Phantom.h"
#include "storage/PhantomStudies.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Phantoms as files: what `fovea-cli phantom` writes and the sample study is made of. No Qt.

namespace fovea {

/// A phantom on disk.
struct WrittenPhantom {
    std::uint64_t seed = 0;
    std::string siteId;                 ///< PhantomSite::id
    std::filesystem::path folder;       ///< <parent>/phantom-<seed>
    std::filesystem::path ctFolder;     ///< folder/ct
    std::filesystem::path segmentation; ///< folder/seg.dcm
    std::string studyInstanceUid;
    std::string seriesInstanceUid;
    int slices = 0;
    PhantomTruth truth;
};

/// The StudyInstanceUID of a phantom: the same for the same seed, grid and site, on every machine.
std::string phantomStudyUid(std::uint64_t seed, const PhantomGrid& grid,
                            const PhantomSite& site = PhantomSite::reference());

/// Makes a phantom and writes it as `<folder>/phantom-<seed>/` (folder is made where missing):
/// - ct/<SOPInstanceUID>.dcm, a CT series (DERIVED), patient "Phantom^<seed>", id "PHANTOM-<seed>";
/// - seg.dcm, its label map as a DICOM SEG;
/// - report.txt, the report as a radiologist would send it;
/// - truth.json: {"format": 2, "seed", "sex": "F"|"M", "age", "contrast": bool, "size": [i, j, k],
///   "spacing_mm": [...], "findings": [{"anatomy", "finding", "kind", "severity", "side":
///   "left"|"right"|"", "sites": [{"structure": name or "", "side", "mm"}]}], "variants": [{"id",
///   "structure", "side"}], "report": {"<anatomy id>": "<sentences>"}}. "mm" is absent where
///   nothing was measured.
/// Phantoms of another site than the reference have its name before the seed in folder, patient and
/// id ("phantom-lakeside-7"), and as "site" in truth.json. All UIDs, dates and names follow from
/// seed, grid and site, so that two runs write the same study.
///
/// The folder is filled under a temporary name and renamed: it is there whole or not at all.
/// Errors: BadOption (the phantom's folder exists already; a grid that cannot be), FileNotWritable,
/// DiskFull, OutOfMemory, Cancelled and those of makePhantom().
Result<WrittenPhantom> writePhantom(std::uint64_t seed, const PhantomGrid& grid,
                                    const std::filesystem::path& folder,
                                    const AnatomyCatalog& catalog, const Progress& progress,
                                    const PhantomSite& site = PhantomSite::reference());

} // namespace fovea

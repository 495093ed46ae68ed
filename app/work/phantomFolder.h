#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"
#include "model/report/ReportRules.h"

#include <filesystem>
#include <vector>

// Studies with their truth, as writePhantom() lays them out and as a site may lay out its own: a
// folder with ct/ (one CT series), a label map, and truth.json or report.txt. Training and
// evaluation read them.

namespace fovea {

/// Folders directly below `data` that hold a truth.json or a report.txt, by name.
/// Errors: FileNotFound (no such folder), FileNotReadable, NoCases (none below it).
Result<std::vector<std::filesystem::path>> studyFolders(const std::filesystem::path& data);

/// Reads ct/, the label map beside it (seg.dcm, else seg.nii.gz) and truth.json ("findings" and
/// "report", see writePhantom()); without truth.json, report.txt is taken apart by `rules`: an
/// anatomy's findings are then those that the report asserts, and its text is empty (normal) where
/// fVLM's rule calls it normal and nothing is said of it. Regions: every anatomy that the truth
/// names; with a report, every anatomy of the catalog.
///
/// Errors: FileNotFound, FileNotReadable, NoCtFound, AmbiguousRequest (more than one series under
/// ct/), MetadataBroken (truth.json), those of readSeries() and readLabelMap(). Reentrant.
Result<LabelledStudy> readStudyFolder(const std::filesystem::path& folder,
                                      const AnatomyCatalog& catalog, const ReportRules& rules,
                                      const Progress& progress);

} // namespace fovea

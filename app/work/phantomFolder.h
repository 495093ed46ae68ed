#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/engine/Engine.h"

#include <filesystem>
#include <vector>

// Studies with their truth, as writePhantom() lays them out and as a site may lay out its own: a
// folder with ct/ (one CT series), a label map and truth.json. Training and evaluation read them.

namespace fovea {

/// Folders directly below `data` that hold a truth.json, by name.
/// Errors: FileNotFound (no such folder), FileNotReadable, NoCases (none below it).
Result<std::vector<std::filesystem::path>> studyFolders(const std::filesystem::path& data);

/// Reads ct/, the label map beside it (seg.dcm, else seg.nii.gz) and truth.json ("findings" and
/// "report", see writePhantom()). Regions: every anatomy that the truth names.
///
/// Errors: FileNotFound, NoCtFound, AmbiguousRequest (more than one series under ct/),
/// MetadataBroken (truth.json), those of readSeries() and readLabelMap(). Reentrant.
Result<LabelledStudy> readStudyFolder(const std::filesystem::path& folder,
                                      const AnatomyCatalog& catalog, const Progress& progress);

} // namespace fovea

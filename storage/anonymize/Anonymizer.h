#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/anonymize/Anonymization.h"
#include "storage/anonymize/Pseudonyms.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

namespace fovea {

/// De-identified copies of DICOM files by the Basic Application Level Confidentiality Profile of
/// DICOM PS3.15 Annex E (edition 2024b) and some of its options; what that means for each attribute
/// is told at DataSetCleaner. Cleaned are CT (also enhanced and legacy converted), segmentations,
/// structure sets, structured reports, key object selections, and secondary captures that say that
/// nothing is burned in. Everything else, encapsulated documents before all, and whatever says that
/// something is burned in, is left out. Pixel data are copied as they are stored, whatever the
/// transfer syntax (a deflated data set becomes a plain one): what the voxels themselves show (a
/// face in a head CT) stays.
///
/// Files that refer to each other still do, within an export and, under the same key, with earlier
/// ones. Patients are told apart by id and birth date, or where there is no id by study.

/// What would be done, without writing anything: of each series the first file is cleaned in
/// memory. Files that are no DICOM are named only where `files` has them. Errors: BadOption
/// (pseudonym: its characters, or several patients), Cancelled (polled per file). Reentrant.
Result<AnonymizePreview> previewAnonymization(const std::vector<std::filesystem::path>& files,
                                              const AnonymizeOptions& options,
                                              const Pseudonyms& pseudonyms,
                                              const Progress& progress = {});

/// Told of which of the files there are copies, by their place among them, as soon as `target` is
/// there. Where it fails, `target` goes again.
using CopiesWritten = std::function<Status(const std::vector<std::size_t>&)>;

/// Writes the copies below `target` as "<study>/<series>/<file>.dcm", all three numbers in the
/// order of `files`. They are made in a neighbour, "<target>.partial", which becomes `target` when
/// the last one is on the disk; after a failure or cancelling nothing is left. `target` must not
/// exist or be an empty folder.
///
/// A file that cannot be read is left out and the rest goes on. Errors: as above; BadOption
/// (folder: not empty), FileNotWritable, DiskFull; those of `written`.
Result<AnonymizeSummary> anonymizeFiles(const std::vector<std::filesystem::path>& files,
                                        const std::filesystem::path& target,
                                        const AnonymizeOptions& options,
                                        const Pseudonyms& pseudonyms, const Progress& progress = {},
                                        const CopiesWritten& written = {});

/// Every regular file below `folder` (or the one file it names), by path: what both functions take.
/// Errors: FileNotFound, FileNotReadable.
Result<std::vector<std::filesystem::path>> filesBelow(const std::filesystem::path& folder);

} // namespace fovea

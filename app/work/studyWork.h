#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/LabelMap.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/domain/Segmentation.h"
#include "model/domain/StructureMeasure.h"
#include "storage/LabelMapReader.h"
#include "storage/SeriesReader.h"
#include "storage/StudyDatabase.h"

#include <optional>
#include <vector>

// What the window does in tasks and the command line does in line: the same functions. No Qt here.
// All are reentrant and may take seconds; call them off the GUI thread.

namespace fovea {

/// A series of the archive with its voxels.
struct LoadedSeries {
    StudyRecord study;
    SeriesRecord series;
    VolumePtr volume;
    std::vector<SeriesNote> notes;
    std::vector<ScannedWindow> windows;     ///< As the files suggest them.
    std::optional<SeriesWindow> lastWindow; ///< In which it was last read.
    std::vector<KeyImageRecord> keyImages;
};

/// The middle slice of a series alone, for the eye while the rest is read (one file): a Volume of
/// one slice at its place in the patient. Null where the series has less than three files, whose
/// whole is there as soon. Errors as of loadSeries().
Result<VolumePtr> loadPreview(const StudyDatabase& database, std::int64_t seriesId,
                              const Progress& progress);

/// Reads a series of the archive. Errors: NotInArchive and those of readSeries().
Result<LoadedSeries> loadSeries(const StudyDatabase& database, std::int64_t seriesId,
                                const Progress& progress);

/// A label map of the archive on its series' grid.
struct LoadedLabelMap {
    LabelMapRecord record;
    LabelMapPtr labels;
    std::vector<LabelMapNote> notes;
    std::vector<StructureMeasure> measures; ///< As labels->structures().
    /// What the network that made it said; of structures that it is known of, by rising label.
    std::vector<StructureConfidence> confidence;
};

/// Reads one label map of the series. Errors: NotInArchive and those of readLabelMap().
Result<LoadedLabelMap> loadLabelMap(const LoadedSeries& series, const LabelMapRecord& record,
                                    const AnatomyCatalog& catalog, const Progress& progress);

/// The label map to show first: the newest. Empty where the series has none.
Result<std::optional<LabelMapRecord>> newestLabelMap(const StudyDatabase& database,
                                                     std::int64_t seriesId);

/// Reads the label map at `path` for the series, and only if that worked stores it in the archive
/// (copied): nothing that does not belong to the series gets in.
Result<LoadedLabelMap> attachAndLoadLabelMap(StudyDatabase& database, const LoadedSeries& series,
                                             const std::filesystem::path& path,
                                             const AnatomyCatalog& catalog,
                                             const Progress& progress);

} // namespace fovea

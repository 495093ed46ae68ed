#pragma once

#include "app/work/studyWork.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What can segment a series, and by what its results are known again.
struct Segmenter {
    std::string name;        ///< English, for the archive: what a reader sees of the label map.
    std::string fingerprint; ///< Changes whenever results may.
    std::function<Result<Segmentation>(const Volume&, const Progress&)> segment;
};

/// segmentChest().
Segmenter chestSegmenter();

/// Identity of an nnU-Net folder: of the contents of its plans, data set and checkpoint files.
/// Reads all of them. ModelNotFound where there is none, FileNotReadable, Cancelled.
Result<std::string> networkFingerprint(const std::filesystem::path& folder,
                                       const Progress& progress);

/// The same for several that are run together; of one alone, its own.
Result<std::string> networksFingerprint(const std::vector<std::filesystem::path>& folders,
                                        const Progress& progress);

/// The series' label map that a segmenter of this fingerprint made; empty where there is none, or
/// its file has gone.
Result<std::optional<LabelMapRecord>> storedSegmentation(const StudyDatabase& database,
                                                         std::int64_t seriesId,
                                                         const std::string& fingerprint);

/// Segments a series and stores the result in the archive as a DICOM SEG beside all that the series
/// has, and with it how sure the segmenter was where it says that; what the same segmenter stored
/// before is handed back as it is. Off the GUI thread. Errors: those of the segmenter, NoStructures
/// (nothing was found), those of writeSegmentation() and attachLabelMap(); nothing is stored then.
Result<LabelMapRecord> segmentSeries(StudyDatabase& database, const LoadedSeries& series,
                                     const Segmenter& segmenter, const AnatomyCatalog& catalog,
                                     const Progress& progress);

} // namespace fovea

#pragma once

#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

// Series that arrived since a person wanted new ones to be segmented by themselves. No Qt.

namespace fovea {

/// `<archive>/segment-new.json`.
struct NewSeriesWish {
    std::string segmenter;         ///< SegmenterChoice::id; empty: new series stay as they are.
    std::int64_t after = 0;        ///< The last series that was there when it was wished.
    std::set<std::int64_t> failed; ///< Not tried again with this segmenter.

    bool operator==(const NewSeriesWish&) const = default;
};

/// No wish where there is no file, or one that cannot be understood. FileNotReadable.
Result<NewSeriesWish> readNewSeriesWish(const std::filesystem::path& archiveFolder);
/// Without a segmenter the file goes. FileNotWritable, DiskFull.
Status writeNewSeriesWish(const std::filesystem::path& archiveFolder, const NewSeriesWish& wish);

/// A wish from now on: what is in the archive already is not new. Errors of the database.
Result<NewSeriesWish> wishFromNow(const StudyDatabase& database, const std::string& segmenter);

/// CT series of at least ten slices that are new, have no segmentation and have not failed, oldest
/// first. Errors of the database.
Result<std::vector<std::int64_t>> newSeries(const StudyDatabase& database,
                                            const NewSeriesWish& wish);

} // namespace fovea

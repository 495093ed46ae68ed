#pragma once

#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "storage/StudyDatabase.h"
#include "storage/StudyNotes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

enum class StudyOrder {
    NewestFirst, ///< By study date and time; undated last.
    LastArrived, ///< By the order in which they came into the archive, the last one first.
    Name,        ///< Of the patient.
};

/// What findings and anatomies are called besides their ids and English names, such as in the
/// user's language. Asked once per kind in the archive, on the thread of listStudies(); null:
/// nothing.
struct FindingNames {
    std::function<std::string(const std::string& id, const std::string& english)> finding;
    std::function<std::string(const std::string& id)> anatomy;
};

/// Which studies to list, and how. Empty fields do not restrict.
struct StudyListQuery {
    /// Words that must all be found. A word is found in patient name, id, study and series
    /// descriptions, accession number, date (20240131, 2024-01-31, 31.01.2024, 1/31/2024, or part
    /// of these), tags and note, and in the names of findings that the newest analysis says are
    /// there (score above threshold). Case and accents do not matter; parts of words count.
    /// "nodule > 0.8" (also >=, <, <=): a finding of that name has such a raw score; as many words
    /// before the sign belong to the name as one finding has in its name or anatomy.
    std::string text;
    FindingNames names; ///< That `text` may use.
    bool unreadOnly = false;
    bool notedOnly = false;
    std::string tag;
    StudyOrder order = StudyOrder::NewestFirst;
    int limit = 0; ///< 0: all.
};

struct ListedStudy {
    StudyRecord study;
    std::vector<SeriesRecord> series;
    StudyNote note;
};

struct StudyListing {
    std::vector<ListedStudy> studies; ///< At most as many as the limit.
    std::size_t matching = 0;         ///< How many there are without it.
    std::size_t unread = 0;           ///< In the whole archive.
};

/// The studies of an archive as a person looks for them, in milliseconds among thousands: one pass
/// over a few hundred bytes a study, and index ranges of findings. (A trigram index does not find
/// names of two letters, as Chinese ones are, and at this size saves nothing.)
///
/// `database` must be an archive on disk. Errors: as StudyDatabase; Cancelled.
Result<StudyListing> listStudies(const StudyDatabase& database, const StudyListQuery& query,
                                 const Progress& progress = {});

} // namespace fovea

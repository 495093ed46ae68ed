#pragma once

#include "storage/StudyList.h"

#include <cstdint>
#include <vector>

// No Qt.

namespace fovea {

/// Studies of the list, and which of them standing searches have marked.
struct MarkedStudyQuery {
    static constexpr std::int64_t AllStudies = 0;
    static constexpr std::int64_t AnyMark = -1;

    StudyListQuery query;             ///< Its limit does not count.
    std::int64_t marked = AllStudies; ///< Or those marked by any search, or by the one of this id.
    std::size_t most = 0;             ///< Studies to list; 0: all.
};

struct MarkedStudy {
    ListedStudy listed;
    std::vector<SearchMark> marks;
};

struct MarkedStudyListing {
    std::vector<MarkedStudy> studies;
    std::vector<SavedSearch> standing; ///< Searches that mark studies.
    std::size_t marks = 0;             ///< In the archive.
    std::vector<TagCount> tags;        ///< Of all studies.
    std::size_t unread = 0;            ///< In the archive.
    std::size_t matching = 0;          ///< Studies, listed or not.
};

/// Errors: as listStudies().
Result<MarkedStudyListing> listMarkedStudies(const StudyDatabase& database,
                                             const MarkedStudyQuery& wanted,
                                             const Progress& progress);

/// All that are found, in the list's order, whatever `wanted.most` says.
Result<std::vector<std::int64_t>>
findMarkedStudies(const StudyDatabase& database, MarkedStudyQuery wanted, const Progress& progress);

} // namespace fovea

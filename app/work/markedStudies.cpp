#include "app/work/markedStudies.h"

#include <algorithm>
#include <iterator>

namespace fovea {

Result<MarkedStudyListing> listMarkedStudies(const StudyDatabase& database,
                                             const MarkedStudyQuery& wanted,
                                             const Progress& progress)
{
    StudyListQuery query = wanted.query;
    const bool all = wanted.marked == MarkedStudyQuery::AllStudies;
    query.limit = all ? static_cast<int>(wanted.most) : 0;
    const auto searches = database.savedSearches();
    if (!searches)
        return searches.error();
    const auto marks = database.searchMarks();
    if (!marks)
        return marks.error();
    auto tags = StudyNotes(database.folder()).tags();
    if (!tags)
        return tags.error();
    auto found = listStudies(database, query, progress);
    if (!found)
        return found.error();
    MarkedStudyListing listing;
    listing.tags = std::move(*tags);
    listing.unread = found->unread;
    listing.matching = all ? found->matching : 0;
    listing.marks = marks->size();
    std::ranges::copy_if(*searches, std::back_inserter(listing.standing),
                         [](const SavedSearch& search) { return search.standing.has_value(); });
    for (ListedStudy& study : found->studies) {
        MarkedStudy one{std::move(study), {}};
        std::ranges::copy_if(*marks, std::back_inserter(one.marks), [&](const SearchMark& mark) {
            return mark.studyId == one.listed.study.id &&
                   (wanted.marked <= 0 || mark.searchId == wanted.marked);
        });
        if (!all && one.marks.empty())
            continue;
        if (!all)
            ++listing.matching;
        if (wanted.most == 0 || listing.studies.size() < wanted.most)
            listing.studies.push_back(std::move(one));
    }
    return listing;
}

Result<std::vector<std::int64_t>>
findMarkedStudies(const StudyDatabase& database, MarkedStudyQuery wanted, const Progress& progress)
{
    wanted.most = 0;
    const auto listing = listMarkedStudies(database, wanted, progress);
    if (!listing)
        return listing.error();
    std::vector<std::int64_t> ids;
    for (const MarkedStudy& one : listing->studies)
        ids.push_back(one.listed.study.id);
    return ids;
}

} // namespace fovea

#include "storage/StudyList.h"

#include "storage/FindingSearch.h"
#include "storage/SearchText.h"

#include <algorithm>
#include <map>

namespace fovea {

namespace {

/// A date as people type it.
std::string dateForms(const std::string& date)
{
    if (date.size() != 8)
        return date;
    const std::string year = date.substr(0, 4);
    const std::string month = date.substr(4, 2);
    const std::string day = date.substr(6, 2);
    const auto plain = [](const std::string& two) {
        return two.front() == '0' ? two.substr(1) : two;
    };
    return date + ' ' + year + '-' + month + '-' + day + ' ' + day + '.' + month + '.' + year +
           ' ' + plain(month) + '/' + plain(day) + '/' + year + ' ' + month + '/' + day + '/' +
           year;
}

const char* orderOf(StudyOrder order)
{
    switch (order) {
    case StudyOrder::NewestFirst:
        return "ORDER BY s.date DESC, s.time DESC, s.id DESC";
    case StudyOrder::LastArrived:
        return "ORDER BY s.id DESC";
    case StudyOrder::Name:
        return "ORDER BY s.search_text, s.date DESC, s.id DESC"; // Which begins with the name.
    }
    return "";
}

/// The studies of a search, one word or condition after the other.
class Matcher {
public:
    Matcher(const ArchiveConnection& connection, const StudyListQuery& query)
    {
        if (searchWords(query.text).empty())
            return;
        FindingSearch findings(connection, query.names);
        m_search = findings.takenApart(query.text);
        for (const FindingCondition& condition : m_search.conditions)
            m_having.push_back(findings.studiesWith(condition));
        for (const std::string& word : m_search.words)
            m_present.push_back(findings.studiesWith(word));
    }

    bool empty() const { return m_search.words.empty() && m_having.empty(); }
    bool matches(std::int64_t study, const std::string& looseText) const
    {
        for (const auto& having : m_having) {
            if (!having.contains(study))
                return false;
        }
        for (std::size_t i = 0; i < m_search.words.size(); ++i) {
            if (looseText.find(m_search.words[i]) == looseText.npos &&
                !m_present[i].contains(study))
                return false;
        }
        return true;
    }

private:
    StudySearch m_search;
    std::vector<std::unordered_set<std::int64_t>> m_having;  ///< By condition.
    std::vector<std::unordered_set<std::int64_t>> m_present; ///< By word.
};

std::map<std::int64_t, std::vector<std::string>> allTags(const ArchiveConnection& connection)
{
    std::map<std::int64_t, std::vector<std::string>> tags;
    Statement all(connection.get(), "SELECT study, tag FROM study_tags ORDER BY study, tag");
    for (Statement::Run run(all); run.step();)
        tags[run.integer(0)].push_back(run.text(1));
    return tags;
}

struct Found {
    std::int64_t study = 0;
    StudyNote note;
};

/// Ids and notes of all that match, in order.
std::vector<Found> findStudies(const ArchiveConnection& connection, const StudyListQuery& query)
{
    const Matcher matcher(connection, query);
    auto tags = allTags(connection);
    std::vector<Found> found;
    Statement all(connection.get(),
                  (std::string("SELECT s.id, s.search_text, s.date, COALESCE(n.note, ''), "
                               "COALESCE(n.is_read, 0) FROM studies s LEFT JOIN study_notes n "
                               "ON n.study = s.id ") +
                   orderOf(query.order))
                      .c_str());
    for (Statement::Run run(all); run.step();) {
        Found one;
        one.study = run.integer(0);
        one.note = {run.integer(4) != 0, run.text(3), std::move(tags[one.study])};
        if ((query.unreadOnly && one.note.isRead) || (query.notedOnly && one.note.note.empty()) ||
            (!query.tag.empty() &&
             std::ranges::find(one.note.tags, query.tag) == one.note.tags.end()))
            continue;
        if (!matcher.empty()) {
            std::string text =
                run.text(1) + '\n' + dateForms(run.text(2)) + '\n' + foldForSearch(one.note.note);
            for (const std::string& tag : one.note.tags)
                text += '\n' + foldForSearch(tag);
            if (!matcher.matches(one.study, looseForSearch(text)))
                continue;
        }
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace

Result<StudyListing> listStudies(const StudyDatabase& database, const StudyListQuery& query,
                                 const Progress& progress)
{
    StudyListing listing;
    auto found = guarded([&] {
        const ArchiveConnection connection(database.folder());
        listing.unread = static_cast<std::size_t>(
            connection.number("SELECT COUNT(*) FROM study_notes WHERE is_read = 0"));
        return findStudies(connection, query);
    });
    if (!found)
        return found.error();
    listing.matching = found->size();
    if (query.limit > 0 && std::ssize(*found) > query.limit)
        found->resize(static_cast<std::size_t>(query.limit));
    for (Found& one : *found) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        auto study = database.study(one.study);
        auto series = database.seriesOf(one.study);
        if (!study && study.error().code == ErrorCode::NotInArchive)
            continue; // Removed a moment ago.
        if (!study || !series)
            return study ? series.error() : study.error();
        listing.studies.push_back({std::move(*study), std::move(*series), std::move(one.note)});
    }
    return listing;
}

} // namespace fovea

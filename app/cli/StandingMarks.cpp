#include "app/cli/StandingMarks.h"

#include "app/work/standingSearches.h"

#include <QCoreApplication>

#include <algorithm>

namespace fovea {

namespace {

struct MarksText {
    Q_DECLARE_TR_FUNCTIONS(fovea::StandingMarks)
};

} // namespace

StandingMarks::StandingMarks(CommandContext& context, StudyDatabase& database, Engine& engine)
    : m_context(context)
    , m_database(database)
    , m_engine(engine)
{
}

Result<std::vector<std::string>> StandingMarks::mark(std::int64_t studyId)
{
    std::vector<std::string> names;
    const auto searches = m_database.savedSearches();
    if (!searches)
        return searches.error();
    if (std::ranges::none_of(*searches,
                             [](const SavedSearch& one) { return one.standing.has_value(); }))
        return names;
    if (!m_searcher) {
        auto terms = readQueryCatalog(ModelLibrary::resource("catalog/query-terms.json"));
        if (!terms)
            return terms.error();
        const auto api = m_context.modelApi();
        if (!api)
            return api.error();
        m_searcher.emplace(**api, std::move(*terms));
    }
    const auto marks = markStudy(m_database, m_engine, *m_searcher, studyId,
                                 m_context.progress(MarksText::tr("Standing searches")));
    if (!marks)
        return marks.error();
    for (const SearchMark& mark : *marks)
        names.push_back(mark.searchName);
    return names;
}

} // namespace fovea

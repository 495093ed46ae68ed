#include "storage/StudyDatabaseInternals.h"

namespace fovea {

namespace {

constexpr const char* searchColumns =
    "SELECT id, name, question, scope, filter, margin, model_fingerprint, created_at "
    "FROM saved_searches ";
constexpr const char* markColumns =
    "SELECT m.search, s.name, m.study, m.series, m.anatomy, m.score, m.marked_at, m.seen "
    "FROM search_marks m JOIN saved_searches s ON s.id = m.search ";

SavedSearch searchFrom(const Statement::Run& run)
{
    SavedSearch search;
    search.id = run.integer(0);
    search.name = run.text(1);
    search.question = run.text(2);
    search.scope = run.text(3);
    search.filter = run.text(4);
    if (const auto margin = run.optionalReal(5))
        search.standing = StandingRule{*margin, run.text(6)};
    search.createdAt = run.text(7);
    return search;
}

SearchMark markFrom(const Statement::Run& run)
{
    return {run.integer(0), run.text(1), run.integer(2), run.integer(3),
            run.text(4),    run.real(5), run.text(6),    run.integer(7) != 0};
}

std::optional<double> marginOf(const SavedSearch& search)
{
    return search.standing ? std::optional(search.standing->margin) : std::nullopt;
}

std::string modelOf(const SavedSearch& search)
{
    return search.standing ? search.standing->modelFingerprint : std::string();
}

std::string orNow(const std::string& time)
{
    return time.empty() ? utcNow() : time;
}

void insertSearch(sqlite3* connection, SavedSearch& search)
{
    search.createdAt = orNow(search.createdAt);
    // A removed search comes back under its own id.
    Statement insert(connection, "INSERT INTO saved_searches (id, name, question, scope, filter, "
                                 "margin, model_fingerprint, created_at) "
                                 "VALUES (NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?)");
    Statement::Run(insert, search.id, search.name, search.question, search.scope, search.filter,
                   marginOf(search), modelOf(search), search.createdAt)
        .execute();
    search.id = sqlite3_last_insert_rowid(connection);
}

void insertMark(sqlite3* connection, const SearchMark& mark)
{
    Statement insert(connection, "INSERT INTO search_marks (search, study, series, anatomy, score, "
                                 "marked_at, seen) VALUES (?, ?, ?, ?, ?, ?, ?) "
                                 "ON CONFLICT (search, study) DO NOTHING");
    Statement::Run(insert, mark.searchId, mark.studyId, mark.seriesId, mark.anatomyId, mark.score,
                   orNow(mark.markedAt), mark.seen)
        .execute();
}

bool exists(sqlite3* connection, const char* sql, std::int64_t id)
{
    Statement statement(connection, sql);
    return Statement::Run(statement, id).step();
}

void refuseTakenName(sqlite3* connection, const SavedSearch& search)
{
    Statement taken(connection, "SELECT 1 FROM saved_searches WHERE name = ? AND id <> ?");
    if (Statement::Run(taken, search.name, search.id).step())
        throw SqlFailure{makeError(ErrorCode::BadOption, {"name", "taken"})};
}

SqlFailure unknownSearch(std::int64_t id)
{
    return {makeError(ErrorCode::NotInArchive, {"search " + std::to_string(id)})};
}

} // namespace

Result<std::vector<SavedSearch>> StudyDatabase::savedSearches() const
{
    return guarded([&] {
        std::vector<SavedSearch> found;
        Statement all(m_internals->connection.get(),
                      (searchColumns + std::string("ORDER BY name, id")).c_str());
        for (Statement::Run run(all); run.step();)
            found.push_back(searchFrom(run));
        return found;
    });
}

Result<SavedSearch> StudyDatabase::saveSearch(const SavedSearch& search)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        SavedSearch stored = search;
        Transaction transaction(connection);
        refuseTakenName(connection, search);
        if (search.id == 0) {
            insertSearch(connection, stored);
        } else {
            Statement update(
                connection,
                "UPDATE saved_searches SET name = ?, question = ?, scope = ?, filter = ?, "
                "margin = ?, model_fingerprint = ? WHERE id = ?");
            Statement::Run(update, search.name, search.question, search.scope, search.filter,
                           marginOf(search), modelOf(search), search.id)
                .execute();
            if (sqlite3_changes(connection) == 0)
                throw unknownSearch(search.id);
        }
        transaction.commit();
        return stored;
    });
}

Result<RemovedSearch> StudyDatabase::removeSearch(std::int64_t searchId)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        RemovedSearch removed;
        Transaction transaction(connection);
        Statement one(connection, (searchColumns + std::string("WHERE id = ?")).c_str());
        {
            Statement::Run run(one, searchId);
            if (!run.step())
                throw unknownSearch(searchId);
            removed.search = searchFrom(run);
        }
        Statement marks(connection, (markColumns + std::string("WHERE m.search = ?")).c_str());
        for (Statement::Run run(marks, searchId); run.step();)
            removed.marks.push_back(markFrom(run));
        Statement remove(connection, "DELETE FROM saved_searches WHERE id = ?");
        Statement::Run(remove, searchId).execute();
        transaction.commit();
        return removed;
    });
}

Status StudyDatabase::restoreSearch(const RemovedSearch& removed)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        SavedSearch search = removed.search;
        Transaction transaction(connection);
        if (exists(connection, "SELECT 1 FROM saved_searches WHERE id = ?", search.id))
            search.id = 0; // Its id was given to another meanwhile.
        refuseTakenName(connection, search);
        insertSearch(connection, search);
        for (SearchMark mark : removed.marks) {
            mark.searchId = search.id;
            if (exists(connection, "SELECT 1 FROM series WHERE id = ?", mark.seriesId))
                insertMark(connection, mark);
        }
        transaction.commit();
        return Done{};
    });
}

Status StudyDatabase::markStudy(const SearchMark& mark)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        Transaction transaction(connection);
        if (!exists(connection, "SELECT 1 FROM saved_searches WHERE id = ?", mark.searchId))
            throw unknownSearch(mark.searchId);
        if (!exists(connection, "SELECT 1 FROM series WHERE id = ?", mark.seriesId))
            throw SqlFailure{
                makeError(ErrorCode::NotInArchive, {"series " + std::to_string(mark.seriesId)})};
        insertMark(connection, mark);
        transaction.commit();
        return Done{};
    });
}

Result<std::vector<SearchMark>> StudyDatabase::searchMarks() const
{
    return guarded([&] {
        std::vector<SearchMark> found;
        Statement unseen(
            m_internals->connection.get(),
            (markColumns + std::string("WHERE NOT m.seen ORDER BY s.name, m.study")).c_str());
        for (Statement::Run run(unseen); run.step();)
            found.push_back(markFrom(run));
        return found;
    });
}

Result<int> StudyDatabase::clearMarks(std::int64_t studyId)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        Statement see(connection, "UPDATE search_marks SET seen = 1 WHERE study = ? AND NOT seen");
        Statement::Run(see, studyId).execute();
        return sqlite3_changes(connection);
    });
}

Result<std::int64_t> StudyDatabase::analysesVersion() const
{
    return guarded([&] {
        Statement counter(m_internals->connection.get(), "SELECT counter FROM analysis_changes");
        Statement::Run run(counter);
        return run.step() ? run.integer(0) : std::int64_t{0};
    });
}

Result<std::vector<Scanner>> StudyDatabase::scanners() const
{
    return guarded([&] {
        std::vector<Scanner> found;
        Statement all(m_internals->connection.get(),
                      "SELECT DISTINCT manufacturer, scanner_model FROM series "
                      "WHERE COALESCE(manufacturer, '') <> '' OR COALESCE(scanner_model, '') <> '' "
                      "ORDER BY manufacturer, scanner_model");
        for (Statement::Run run(all); run.step();)
            found.push_back({run.text(0), run.text(1)});
        return found;
    });
}

Result<std::vector<std::int64_t>> StudyDatabase::seriesWithoutScanner() const
{
    return guarded([&] {
        std::vector<std::int64_t> found;
        Statement all(m_internals->connection.get(),
                      "SELECT id FROM series WHERE manufacturer IS NULL ORDER BY id");
        for (Statement::Run run(all); run.step();)
            found.push_back(run.integer(0));
        return found;
    });
}

Status StudyDatabase::setScanner(std::int64_t seriesId, const Scanner& scanner)
{
    return guarded([&] {
        Statement update(m_internals->connection.get(),
                         "UPDATE series SET manufacturer = ?, scanner_model = ? WHERE id = ?");
        Statement::Run(update, scanner.manufacturer, scanner.model, seriesId).execute();
        return Done{};
    });
}

} // namespace fovea

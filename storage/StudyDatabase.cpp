#include "storage/StudyDatabase.h"

#include "storage/FolderLock.h"
#include "storage/StudyDatabaseInternals.h"

#include "StudyDatabaseSchema.h"
#include <cerrno>
#include <chrono>
#include <ctime>
#include <iterator>
#include <thread>
#include <unistd.h>

namespace fovea {

namespace fs = std::filesystem;

namespace {

constexpr int busyTimeoutMs = 10000;
constexpr int mostAttempts = 10; ///< Of opening; half a second in all.

int schemaVersion(sqlite3* connection)
{
    Statement version(connection, "PRAGMA user_version");
    Statement::Run run(version);
    return run.step() ? static_cast<int>(run.integer(0)) : 0;
}

/// The version is read again inside the transaction: another process may be upgrading at the same
/// time. Before it, because who opens to read does not wait for one that writes.
void upgradeSchema(sqlite3* connection)
{
    for (const SchemaStep& step : schemaSteps) {
        if (schemaVersion(connection) >= step.version)
            continue;
        Transaction transaction(connection);
        if (schemaVersion(connection) < step.version) {
            executeSql(connection, step.sql);
            executeSql(connection,
                       ("PRAGMA user_version = " + std::to_string(step.version)).c_str());
        }
        transaction.commit();
    }
}

void refuseNewerSchema(sqlite3* connection)
{
    const int version = schemaVersion(connection);
    const int newest = StudyDatabase::newestSchemaVersion();
    if (version > newest)
        throw SqlFailure{makeError(ErrorCode::DatabaseTooNew,
                                   {std::to_string(version), std::to_string(newest)})};
}

/// `Owner`: a unique_ptr that closes a connection.
template <typename Owner> void openConnection(const std::string& file, Owner& owner)
{
    sqlite3* connection = nullptr;
    // The object is one thread's at a time, so SQLite's own mutex is not needed.
    const int code =
        sqlite3_open_v2(file.c_str(), &connection,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    owner.reset(connection);
    if (code != SQLITE_OK)
        throwSqlFailure(connection);
    sqlite3_extended_result_codes(connection, 0);
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    executeSql(connection, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
    refuseNewerSchema(connection);
    // FULL: a commit is on the disk when it returns, also in WAL mode.
    executeSql(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    upgradeSchema(connection);
    refuseNewerSchema(connection);
}

void removeEntirely(const fs::path& folder)
{
    std::error_code ignored; // What stays is found again by the next sweep.
    fs::remove_all(folder, ignored);
}

} // namespace

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

StudyDatabase::StudyDatabase(std::unique_ptr<Internals> internals)
    : m_internals(std::move(internals))
{
}

StudyDatabase::StudyDatabase(StudyDatabase&&) noexcept = default;
StudyDatabase& StudyDatabase::operator=(StudyDatabase&&) noexcept = default;
StudyDatabase::~StudyDatabase() = default;

int StudyDatabase::newestSchemaVersion()
{
    return std::rbegin(schemaSteps)->version;
}

const fs::path& StudyDatabase::folder() const
{
    return m_internals->folder;
}

Result<StudyDatabase> StudyDatabase::open(const fs::path& archiveFolder)
{
    std::error_code error;
    const fs::path folder = fs::absolute(archiveFolder, error).lexically_normal();
    for (const char* name : {"files", "incoming"}) {
        fs::create_directories(folder / name, error);
        if (error == std::errc::read_only_file_system || error == std::errc::permission_denied)
            return makeError(ErrorCode::DatabaseNotOpened, {archiveFolder.string(), "read only"},
                             error.message());
        if (error == std::errc::no_space_on_device)
            return makeError(ErrorCode::DiskFull, {archiveFolder.string()}, error.message());
        if (error)
            return makeError(ErrorCode::DatabaseNotOpened, {archiveFolder.string()},
                             error.message());
    }
    const fs::path file = folder / "fovea.db";
    // Images without their records: an empty list over them would look as if all was lost.
    if (!fs::exists(file, error) && !fs::is_empty(folder / "files", error) && !error)
        return makeError(ErrorCode::DatabaseNotOpened, {file.string(), "missing"});
    return connect(file.string(), folder);
}

Result<StudyDatabase> StudyDatabase::openInMemory()
{
    return connect(":memory:", {});
}

Result<StudyDatabase> StudyDatabase::connect(const std::string& file, const fs::path& folder)
{
    Result<StudyDatabase> result = guarded([&] {
        auto internals = std::make_unique<Internals>();
        internals->folder = folder;
        // SQLite's own waiting does not cover the moment in which another process makes the
        // database or is the last to leave it (sqlite.org/wal.html, "Sometimes Queries Return
        // SQLITE_BUSY In WAL Mode").
        for (int attempt = 1;; ++attempt) {
            try {
                openConnection(file, internals->connection);
                break;
            } catch (const SqlFailure& failure) {
                if (!failure.passing || attempt == mostAttempts)
                    throw;
                std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt));
            }
        }
        sqlite3* connection = internals->connection.get();
        internals->sql.reset(new StudyStatements{connection});
        if (!folder.empty())
            internals->sweep();
        return StudyDatabase(std::move(internals));
    });
    if (!result && result.error().code == ErrorCode::DatabaseFailed) {
        Error error = result.error();
        error.code = ErrorCode::DatabaseNotOpened;
        // SQLite says no more than that it cannot make its files beside the database.
        if (error.arguments == std::vector<std::string>{"unreachable"} &&
            ::access(folder.c_str(), W_OK) != 0 && (errno == EROFS || errno == EACCES))
            error.arguments = {"read only"};
        error.arguments.insert(error.arguments.begin(), file); // Then the reason (Sql.h).
        return error;
    }
    return result;
}

void StudyDatabase::Internals::sweep()
{
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder / "incoming", error)) {
        const FolderLock lock = FolderLock::tryLock(entry.path());
        if (lock.held())
            removeEntirely(entry.path());
    }
    std::vector<std::string> pending;
    for (Statement::Run run(sql->pendingFolders); run.step();)
        pending.push_back(run.text(0));
    for (const std::string& relativeFolder : pending)
        removePendingFolder(relativeFolder);
}

void StudyDatabase::Internals::removePendingFolder(const std::string& relativeFolder)
{
    // A folder moves from incoming/ to files/ and never back: looked for in this order, a living
    // one cannot be missed.
    const fs::path published = folder / relativeFolder;
    if (fs::exists(folder / "incoming" / published.filename()))
        return;
    if (fs::exists(published)) {
        const FolderLock lock = FolderLock::tryLock(published);
        // Its owner may have stored its records between our list and our lock.
        if (!lock.held() || !Statement::Run(sql->isPending, relativeFolder).step())
            return;
        removeEntirely(published);
        if (fs::exists(published))
            return;
    }
    Statement::Run(sql->deletePending, relativeFolder).execute();
}

Status StudyDatabase::notePending(const std::string& relativeFolder)
{
    return guarded([&] {
        Statement::Run(m_internals->sql->insertPending, relativeFolder).execute();
        return Done{};
    });
}

Status StudyDatabase::forgetPending(const std::string& relativeFolder)
{
    return guarded([&] {
        Statement::Run(m_internals->sql->deletePending, relativeFolder).execute();
        return Done{};
    });
}

} // namespace fovea

#include "storage/AuditLog.h"

#include "storage/AuditRecord.h"
#include "storage/Sql.h"
#include "storage/StudyDatabase.h"

#include <array>
#include <cstring>
#include <utility>

namespace fovea {

namespace {

constexpr std::array<std::pair<AuditAction, const char*>, 9> actionNames{{
    {AuditAction::Opened, "opened"},
    {AuditAction::Queried, "queried"},
    {AuditAction::Exported, "exported"},
    {AuditAction::Deleted, "deleted"},
    {AuditAction::Imported, "imported"},
    {AuditAction::Analyzed, "analyzed"},
    {AuditAction::Segmented, "segmented"},
    {AuditAction::Verdict, "verdict"},
    {AuditAction::Setting, "setting"},
}};

AuditEntry entryFrom(const Statement::Run& run)
{
    AuditEntry entry;
    entry.id = run.integer(0);
    entry.time = run.text(1);
    // An action that a newer version knows has no name here; its hash does not match either.
    entry.action = auditActionNamed(run.text(2)).value_or(AuditAction::Setting);
    entry.studyKey = run.text(3);
    entry.user = run.text(4);
    entry.details = run.text(5);
    return entry;
}

} // namespace

const char* auditActionName(AuditAction action)
{
    for (const auto& [known, name] : actionNames) {
        if (known == action)
            return name;
    }
    return "";
}

std::optional<AuditAction> auditActionNamed(const std::string& name)
{
    for (const auto& [action, known] : actionNames) {
        if (name == known)
            return action;
    }
    return std::nullopt;
}

struct AuditLog::Internals {
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    std::unique_ptr<sqlite3, Close> connection;
};

AuditLog::AuditLog(std::unique_ptr<Internals> internals)
    : m_internals(std::move(internals))
{
}

AuditLog::AuditLog(AuditLog&&) noexcept = default;
AuditLog& AuditLog::operator=(AuditLog&&) noexcept = default;
AuditLog::~AuditLog() = default;

Result<AuditLog> AuditLog::open(const std::filesystem::path& archiveFolder)
{
    // It makes, upgrades or refuses the archive; what is left is a connection.
    const auto archive = StudyDatabase::open(archiveFolder);
    if (!archive)
        return archive.error();
    const std::string file = (archive->folder() / "fovea.db").string();
    Result<AuditLog> log = guarded([&] {
        constexpr int busyTimeoutMs = 10000;
        auto internals = std::make_unique<Internals>();
        sqlite3* connection = nullptr;
        const int code = sqlite3_open_v2(file.c_str(), &connection,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
        internals->connection.reset(connection);
        if (code != SQLITE_OK)
            throwSqlFailure(connection);
        sqlite3_busy_timeout(connection, busyTimeoutMs);
        executeSql(connection, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; "
                               "PRAGMA synchronous = FULL");
        return AuditLog(std::move(internals));
    });
    if (!log && log.error().code == ErrorCode::DatabaseFailed)
        return makeError(ErrorCode::DatabaseNotOpened, {file}, log.error().detail);
    return log;
}

Status AuditLog::note(AuditAction action, std::int64_t studyId, const std::string& details)
{
    return note(action, std::vector{studyId}, details);
}

Status AuditLog::note(AuditAction action, const std::vector<std::int64_t>& studyIds,
                      const std::string& details)
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        Transaction transaction(connection);
        for (const std::int64_t studyId : studyIds)
            appendAudit(connection, action, studyId, details);
        transaction.commit();
        return Done{};
    });
}

Result<std::vector<AuditEntry>> AuditLog::entries(const AuditQuery& query) const
{
    return guarded([&] {
        Statement statement(
            m_internals->connection.get(),
            "SELECT l.id, l.at, l.action, l.study, l.user, l.details, COALESCE(s.id, 0) "
            "FROM audit_log l LEFT JOIN studies s ON l.study <> '' AND s.audit_key = l.study "
            "WHERE (?1 = '' OR substr(l.at, 1, 10) >= ?1) "
            "AND (?2 = '' OR substr(l.at, 1, 10) <= ?2) AND (?3 = '' OR l.action = ?3) "
            "ORDER BY l.id DESC LIMIT ?4");
        const std::string action =
            query.action ? std::string(auditActionName(*query.action)) : std::string();
        std::vector<AuditEntry> entries;
        for (Statement::Run run(statement, query.fromDate, query.toDate, action,
                                query.limit > 0 ? query.limit : -1);
             run.step();)
        {
            entries.push_back(entryFrom(run));
            entries.back().studyId = run.integer(6);
        }
        return entries;
    });
}

Result<AuditCheck> AuditLog::check() const
{
    return guarded([&] {
        sqlite3* connection = m_internals->connection.get();
        AuditCheck check;
        AuditHash previous{};
        Statement rows(connection, "SELECT id, at, action, study, user, details, hash "
                                   "FROM audit_log ORDER BY id");
        for (Statement::Run run(rows); run.step();) {
            ++check.entries;
            const AuditEntry entry = entryFrom(run);
            const AuditHash wanted = auditHash(previous, entry);
            const std::string_view stored = run.blob(6);
            const bool sound = entry.id == check.entries && stored.size() == wanted.size() &&
                               std::memcmp(stored.data(), wanted.data(), wanted.size()) == 0;
            if (!sound && check.firstBroken == 0)
                check.firstBroken = check.entries;
            previous = wanted;
        }
        // SQLite remembers the highest id there ever was, also of entries cut off at the end.
        Statement highest(connection,
                          "SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = "
                          "'audit_log'");
        if (Statement::Run run(highest);
            run.step() && run.integer(0) > check.entries && check.firstBroken == 0)
            check.firstBroken = check.entries + 1;
        return check;
    });
}

} // namespace fovea

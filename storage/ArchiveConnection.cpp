#include "storage/ArchiveConnection.h"

namespace fovea {

namespace {

constexpr int busyTimeoutMs = 10000;

} // namespace

std::filesystem::path databaseFileOf(const std::filesystem::path& archiveFolder)
{
    return archiveFolder / "fovea.db";
}

ArchiveConnection::ArchiveConnection(const std::filesystem::path& archiveFolder)
{
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(databaseFileOf(archiveFolder).c_str(), &connection,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(connection);
    if (code != SQLITE_OK)
        throwSqlFailure(connection);
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    executeSql(connection, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; "
                           "PRAGMA synchronous = FULL");
}

std::int64_t ArchiveConnection::number(const char* sql) const
{
    Statement statement(m_connection.get(), sql);
    Statement::Run run(statement);
    return run.step() ? run.integer(0) : 0;
}

} // namespace fovea

#include "storage/Sql.h"

#include <bit>

namespace fovea {

static_assert(std::endian::native == std::endian::little, "blobs are stored little endian");

namespace {

/// What DatabaseFailed and DatabaseNotOpened say beside SQLite's message, for the text.
std::vector<std::string> reasonOf(int code)
{
    switch (code) {
    case SQLITE_BUSY:
        return {"busy"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {"read only"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {"damaged"};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {"unreachable"};
    default:
        return {};
    }
}

} // namespace

void throwSqlFailure(sqlite3* connection)
{
    const int code = sqlite3_errcode(connection);
    if (code == SQLITE_NOMEM)
        throw std::bad_alloc();
    const char* file = sqlite3_db_filename(connection, "main");
    throw SqlFailure{
        makeError(code == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::DatabaseFailed,
                  code == SQLITE_FULL ? std::vector<std::string>{file ? file : ""} : reasonOf(code),
                  std::string(sqlite3_errmsg(connection)) + " (" +
                      std::to_string(sqlite3_extended_errcode(connection)) + ")"),
        code == SQLITE_BUSY || code == SQLITE_IOERR};
}

Statement::Statement(sqlite3* connection, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        throwSqlFailure(connection);
    m_statement.reset(statement);
}

Statement::Run::~Run()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::Run::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    throwSqlFailure(sqlite3_db_handle(m_statement));
}

void Statement::Run::execute()
{
    while (step()) {
    }
}

std::int64_t Statement::Run::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::Run::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::optional<double> Statement::Run::optionalReal(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return real(column);
}

std::string Statement::Run::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(m_statement, column);
    if (!text)
        return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::string_view Statement::Run::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    if (!data)
        return {};
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

void Statement::Run::check(int code)
{
    if (code != SQLITE_OK)
        throwSqlFailure(sqlite3_db_handle(m_statement));
}

void Statement::Run::bind(std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, m_next++, value));
}

void Statement::Run::bind(double value)
{
    check(sqlite3_bind_double(m_statement, m_next++, value));
}

void Statement::Run::bind(const std::optional<double>& value)
{
    if (value)
        bind(*value);
    else
        check(sqlite3_bind_null(m_statement, m_next++));
}

void Statement::Run::bind(const std::string& text)
{
    check(sqlite3_bind_text64(m_statement, m_next++, text.data(), text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void Statement::Run::bind(const std::vector<float>& blob)
{
    bindBlob(blob.data(), blob.size() * sizeof(float));
}

void Statement::Run::bind(const std::vector<double>& blob)
{
    bindBlob(blob.data(), blob.size() * sizeof(double));
}

void Statement::Run::bind(const std::filesystem::path& blob)
{
    bindBlob(blob.native().data(), blob.native().size());
}

void Statement::Run::bindBlob(const void* data, std::size_t bytes)
{
    // A null pointer would bind NULL; an empty blob is a value.
    if (bytes == 0)
        check(sqlite3_bind_zeroblob(m_statement, m_next++, 0));
    else
        check(sqlite3_bind_blob64(m_statement, m_next++, data, bytes, SQLITE_TRANSIENT));
}

void executeSql(sqlite3* connection, const char* sql)
{
    if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throwSqlFailure(connection);
}

Transaction::Transaction(sqlite3* connection)
    : m_connection(connection)
{
    executeSql(m_connection, "BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // Nothing to report to: after some failures SQLite has rolled back already.
    if (m_open)
        sqlite3_exec(m_connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    executeSql(m_connection, "COMMIT");
    m_open = false;
}

} // namespace fovea

#pragma once

#include "model/domain/Error.h"
#include "model/domain/Result.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// A thin layer over SQLite's C API, private to storage/. Failures inside it travel as SqlFailure
// and become Errors in guarded(), at the border of each public function.

namespace fovea {

struct SqlFailure {
    Error error;
    bool passing = false; ///< Another connection was in the way; it may work a moment later.
};

/// The Error for the connection's last failure: DiskFull (file), or DatabaseFailed with its reason
/// as argument where there is a plain one: "busy", "read only", "damaged", "unreachable". Its
/// detail is SQLite's message, which names tables and columns but no value that was bound.
[[noreturn]] void throwSqlFailure(sqlite3* connection);

/// A prepared statement; prepared once, run often.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* connection, const char* sql);

    /// One run of the statement: binds its arguments in order on construction, resets on
    /// destruction.
    class Run {
    public:
        template <typename... Arguments>
        explicit Run(Statement& statement, const Arguments&... arguments)
            : m_statement(statement.m_statement.get())
        {
            (bind(arguments), ...);
        }
        Run(const Run&) = delete;
        Run& operator=(const Run&) = delete;
        ~Run();

        /// True: a row is there. False: finished.
        bool step();
        /// For statements without rows.
        void execute();

        std::int64_t integer(int column) const;
        double real(int column) const;
        std::optional<double> optionalReal(int column) const;
        std::string text(int column) const;
        std::string_view blob(int column) const; ///< Valid until the next step().

    private:
        void bind(std::int64_t value);
        void bind(int value) { bind(std::int64_t{value}); }
        void bind(bool value) { bind(std::int64_t{value}); }
        void bind(double value);
        void bind(const std::optional<double>& value);
        void bind(const std::string& text);
        void bind(const std::vector<float>& blob);
        void bind(const std::vector<double>& blob);
        void bind(const std::filesystem::path& blob);
        void bindBlob(const void* data, std::size_t bytes);
        void check(int code);

        sqlite3_stmt* m_statement;
        int m_next = 1;
    };

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// Statements without arguments or rows, e.g. PRAGMAs and schema steps.
void executeSql(sqlite3* connection, const char* sql);

/// BEGIN IMMEDIATE; rolled back unless commit() was reached.
class Transaction {
public:
    explicit Transaction(sqlite3* connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    sqlite3* m_connection;
    bool m_open = true;
};

/// Runs `work` and turns what storage/ throws inside into the Error of a Result.
template <typename Work> auto guarded(Work work) -> Result<std::invoke_result_t<Work>>
{
    try {
        return work();
    } catch (const SqlFailure& failure) {
        return failure.error;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"records"});
    }
}

} // namespace fovea

#pragma once

#include "storage/Sql.h"

#include <filesystem>
#include <memory>
#include <string>

namespace fovea {

/// A connection to an archive's database beside StudyDatabase's, for what looks at the database as
/// a whole (check, repair, backup) or reads it in ways of its own (the study list). Private to
/// storage/; used by one thread at a time. Throws SqlFailure.
class ArchiveConnection {
public:
    /// The database of an archive that exists; its schema is as it is found. Waits for other
    /// writers as StudyDatabase does.
    explicit ArchiveConnection(const std::filesystem::path& archiveFolder);

    sqlite3* get() const { return m_connection.get(); }
    /// The first column of the first row, 0 without one.
    std::int64_t number(const char* sql) const;

private:
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    std::unique_ptr<sqlite3, Close> m_connection;
};

/// `<folder>/fovea.db`.
std::filesystem::path databaseFileOf(const std::filesystem::path& archiveFolder);

} // namespace fovea

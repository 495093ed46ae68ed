#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A comma-separated table with a header line, as RFC 4180 says: quoted cells with doubled quotes
/// and line ends inside, CRLF or LF, an optional UTF-8 byte order mark. Blank lines are skipped;
/// blanks around an unquoted cell are dropped.
struct CsvTable {
    struct Row {
        std::size_t line = 0; ///< Where it begins, from 1.
        std::vector<std::string> cells;
    };

    std::filesystem::path path;
    std::vector<std::string> columns; ///< No two alike.
    std::vector<Row> rows;            ///< Each with as many cells as there are columns.
};

/// Errors: FileNotFound, FileNotReadable, TableRowInvalid, TableColumnMissing (no header),
/// TableColumnRepeated.
Result<CsvTable> readCsv(const std::filesystem::path& path);

/// The same of a text that is read already; `path` is where it came from, for errors.
Result<CsvTable> csvFromText(std::string_view text, const std::filesystem::path& path);

} // namespace fovea

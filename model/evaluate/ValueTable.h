#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A table with one volume in each row and one finding in each column.
struct ValueTable {
    struct Row {
        std::string volume;         ///< Without ".nii.gz" or ".nii".
        std::string patient;        ///< Empty without a column "patient".
        std::vector<double> values; ///< By column; NaN where the cell is empty or "nan".
    };

    std::filesystem::path path;
    std::vector<std::string> columns;
    std::vector<Row> rows; ///< No two of one volume.
};

/// What a cell may hold beside nothing.
enum class CellRule {
    Score, ///< A number from 0 to 1.
    Label, ///< 0 or 1.
};

/// Reads a CSV table whose first column, whatever its title, names the volume. A column titled
/// "patient" says whose volume it is. Errors: those of readCsv(), TableColumnMissing,
/// TableCellInvalid, TableCellEmpty (volume or patient), TableRowRepeated.
Result<ValueTable> readValueTable(const std::filesystem::path& path, CellRule rule);

} // namespace fovea

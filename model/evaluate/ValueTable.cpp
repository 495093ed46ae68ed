#include "model/evaluate/ValueTable.h"

#include "model/evaluate/CsvTable.h"

#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace fovea {
namespace {

constexpr std::string_view PatientColumn = "patient";

std::string volumeName(std::string_view file)
{
    for (const std::string_view ending : {".nii.gz", ".nii"}) {
        if (file.size() > ending.size() && file.ends_with(ending))
            return std::string(file.substr(0, file.size() - ending.size()));
    }
    return std::string(file);
}

/// Empty where the cell holds something that the rule does not allow.
std::optional<double> valueOf(std::string_view cell, CellRule rule)
{
    if (cell.empty() || cell == "nan" || cell == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return std::nullopt;
    const bool allowed =
        rule == CellRule::Label ? value == 0.0 || value == 1.0 : value >= 0.0 && value <= 1.0;
    return allowed ? std::optional(value) : std::nullopt;
}

Result<ValueTable::Row> readRow(const CsvTable& table, const CsvTable::Row& cells, CellRule rule)
{
    const auto problem = [&](ErrorCode code, std::size_t column) {
        return makeError(code,
                         {table.path.string(), std::to_string(cells.line), table.columns[column]});
    };
    ValueTable::Row row;
    if (cells.cells.front().empty())
        return problem(ErrorCode::TableCellEmpty, 0);
    row.volume = volumeName(cells.cells.front());
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        const std::string& cell = cells.cells[column];
        if (table.columns[column] == PatientColumn) {
            if (cell.empty())
                return problem(ErrorCode::TableCellEmpty, column);
            row.patient = cell;
            continue;
        }
        const std::optional<double> value = valueOf(cell, rule);
        if (!value) {
            Error error = problem(ErrorCode::TableCellInvalid, column);
            error.arguments.emplace_back(rule == CellRule::Label ? "{0, 1}" : "[0, 1]");
            return error;
        }
        row.values.push_back(*value);
    }
    return row;
}

} // namespace

Result<ValueTable> readValueTable(const std::filesystem::path& path, CellRule rule)
{
    const Result<CsvTable> csv = readCsv(path);
    if (!csv)
        return csv.error();
    ValueTable table;
    table.path = path;
    for (std::size_t column = 1; column < csv->columns.size(); ++column) {
        if (csv->columns[column] != PatientColumn)
            table.columns.push_back(csv->columns[column]);
    }
    if (table.columns.empty())
        return makeError(ErrorCode::TableColumnMissing, {path.string()});
    std::map<std::string, std::size_t> lineOf;
    for (const CsvTable::Row& cells : csv->rows) {
        Result<ValueTable::Row> row = readRow(*csv, cells, rule);
        if (!row)
            return row.error();
        const auto [known, isNew] = lineOf.emplace(row->volume, cells.line);
        if (!isNew)
            return makeError(
                ErrorCode::TableRowRepeated,
                {path.string(), std::to_string(cells.line), std::to_string(known->second)});
        table.rows.push_back(*std::move(row));
    }
    return table;
}

} // namespace fovea

#include "model/evaluate/CsvTable.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

namespace fovea {
namespace {

std::string trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return std::string(cell.substr(first, cell.find_last_not_of(" \t") - first + 1));
}

/// Takes rows off a text one by one.
class CsvReader {
public:
    explicit CsvReader(std::string_view text)
        : m_rest(text)
    {
        constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
        if (m_rest.starts_with(byteOrderMark))
            m_rest.remove_prefix(byteOrderMark.size());
    }

    bool atEnd() const { return m_rest.empty(); }
    std::size_t line() const { return m_line; }

    /// The next line's cells; empty where quotes are wrong.
    std::optional<std::vector<std::string>> row()
    {
        std::vector<std::string> cells;
        while (true) {
            std::optional<std::string> cell =
                m_rest.starts_with('"') ? quotedCell() : std::optional(plainCell());
            if (!cell)
                return std::nullopt;
            cells.push_back(std::move(*cell));
            if (m_rest.starts_with(',')) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (m_rest.starts_with('\r'))
                m_rest.remove_prefix(1);
            if (m_rest.starts_with('\n')) {
                m_rest.remove_prefix(1);
                ++m_line;
            } else if (!m_rest.empty()) {
                return std::nullopt;
            }
            return cells;
        }
    }

private:
    std::string plainCell()
    {
        const std::size_t end = std::min(m_rest.find_first_of(",\r\n"), m_rest.size());
        std::string cell = trimmed(m_rest.substr(0, end));
        m_rest.remove_prefix(end);
        return cell;
    }

    std::optional<std::string> quotedCell()
    {
        std::string cell;
        m_rest.remove_prefix(1);
        while (true) {
            const std::size_t quote = m_rest.find('"');
            if (quote == std::string_view::npos)
                return std::nullopt;
            cell += m_rest.substr(0, quote);
            m_line += static_cast<std::size_t>(std::ranges::count(m_rest.substr(0, quote), '\n'));
            m_rest.remove_prefix(quote + 1);
            if (!m_rest.starts_with('"'))
                return cell;
            cell += '"';
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    std::size_t m_line = 1;
};

Result<std::string> contents(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return makeError(ErrorCode::FileNotFound, {path.string()});
    std::ifstream in(path, std::ios::binary);
    std::string text;
    std::array<char, 1 << 16> block{};
    // read() turns what a folder or a broken disk throws into badbit.
    while (in.read(block.data(), block.size()) || in.gcount() > 0)
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (!in.eof())
        return makeError(ErrorCode::FileNotReadable, {path.string()});
    return text;
}

} // namespace

Result<CsvTable> readCsv(const std::filesystem::path& path)
{
    const Result<std::string> text = contents(path);
    if (!text)
        return text.error();
    return csvFromText(*text, path);
}

Result<CsvTable> csvFromText(std::string_view text, const std::filesystem::path& path)
{
    CsvTable table;
    table.path = path;
    CsvReader reader(text);
    while (!reader.atEnd()) {
        const std::size_t line = reader.line();
        std::optional<std::vector<std::string>> cells = reader.row();
        if (cells && cells->size() == 1 && cells->front().empty())
            continue;
        const bool header = table.columns.empty();
        if (!cells || (!header && cells->size() != table.columns.size()))
            return makeError(ErrorCode::TableRowInvalid, {path.string(), std::to_string(line)});
        if (header)
            table.columns = std::move(*cells);
        else
            table.rows.push_back({line, std::move(*cells)});
    }
    if (table.columns.empty())
        return makeError(ErrorCode::TableColumnMissing, {path.string()});
    for (auto column = table.columns.begin(); column != table.columns.end(); ++column) {
        if (std::find(table.columns.begin(), column, *column) != column)
            return makeError(ErrorCode::TableColumnRepeated, {path.string(), *column});
    }
    return table;
}

} // namespace fovea

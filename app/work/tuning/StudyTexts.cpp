#include "app/work/tuning/StudyTexts.h"

#include "model/evaluate/CsvTable.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

namespace fovea {

namespace {

namespace fs = std::filesystem;

using Column = std::optional<std::size_t>;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Not the first one, which names the study.
Column columnTitled(const CsvTable& table, std::initializer_list<std::string_view> titles)
{
    for (std::size_t n = 1; n < table.columns.size(); ++n) {
        if (std::ranges::find(titles, lower(table.columns[n])) != titles.end())
            return n;
    }
    return std::nullopt;
}

struct TextColumns {
    Column report;
    Column findings;
    Column impression;
    Column anatomy;

    std::string text(const CsvTable::Row& row) const
    {
        if (report)
            return row.cells[*report];
        std::string text;
        if (findings && !blank(row.cells[*findings]))
            text += "Findings:\n" + row.cells[*findings] + "\n\n";
        if (impression && !blank(row.cells[*impression]))
            text += "Impression:\n" + row.cells[*impression] + "\n";
        return text;
    }
};

Result<TextColumns> textColumns(const CsvTable& table)
{
    TextColumns columns;
    columns.report = columnTitled(table, {"report", "text"});
    columns.findings = columnTitled(table, {"findings", "findings_en"});
    columns.impression =
        columnTitled(table, {"impression", "impressions", "impression_en", "impressions_en"});
    columns.anatomy = columnTitled(table, {"anatomy"});
    if (!columns.report && !columns.findings && !columns.impression && table.columns.size() == 2 &&
        !columns.anatomy)
        columns.report = 1;
    if (!columns.report && !columns.findings && !columns.impression)
        return makeError(ErrorCode::TableColumnMissing, {table.path.string()});
    return columns;
}

Result<std::vector<StudyText>> readTable(const fs::path& path)
{
    const auto table = readCsv(path);
    if (!table)
        return table.error();
    const auto columns = textColumns(*table);
    if (!columns)
        return columns.error();
    std::vector<StudyText> texts;
    for (const CsvTable::Row& row : table->rows) {
        std::string text = columns->text(row);
        if (blank(text))
            continue;
        texts.push_back({row.cells.front(),
                         columns->anatomy ? row.cells[*columns->anatomy] : std::string(),
                         std::move(text), row.line});
    }
    return texts;
}

Result<std::vector<StudyText>> readFolder(const fs::path& folder)
{
    std::error_code failed;
    std::vector<fs::path> files;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (lower(entry->path().extension().string()) == ".txt" && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    if (failed)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, failed.message());
    if (files.empty())
        return makeError(ErrorCode::NoCases, {}, "no file that ends in .txt");
    std::ranges::sort(files);
    std::vector<StudyText> texts;
    for (const fs::path& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(stream)), {});
        if (!stream)
            return makeError(ErrorCode::FileNotReadable, {file.string()});
        if (text.starts_with("\xEF\xBB\xBF"))
            text.erase(0, 3);
        texts.push_back({file.stem().string(), {}, std::move(text), 0});
    }
    return texts;
}

} // namespace

Result<std::vector<StudyText>> readStudyTexts(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored) ? readFolder(path) : readTable(path);
}

} // namespace fovea

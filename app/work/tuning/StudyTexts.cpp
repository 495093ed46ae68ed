#include "app/work/tuning/StudyTexts.h"

#include "model/evaluate/CsvTable.h"
#include "storage/StructuredReport.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

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
                         std::move(text),
                         row.line,
                         {},
                         {}});
    }
    return texts;
}

Result<StudyText> readTextFile(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), {});
    if (!stream)
        return makeError(ErrorCode::FileNotReadable, {file.string()});
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    return StudyText{file.stem().string(), {}, std::move(text), 0, {}, file.string()};
}

/// Those of `files` that are Structured Reports, the latest last.
Result<std::vector<StudyText>> readDicomReports(const std::vector<fs::path>& files)
{
    std::vector<std::pair<std::string, StudyText>> reports;
    for (const fs::path& file : files) {
        auto report = readStructuredReport(file);
        if (!report)
            return report.error();
        if (!*report || blank((*report)->text))
            continue;
        StructuredReport& one = **report;
        reports.emplace_back(one.written, StudyText{one.studyInstanceUid,
                                                    {},
                                                    std::move(one.text),
                                                    0,
                                                    one.accessionNumber,
                                                    file.string()});
    }
    std::ranges::stable_sort(reports, {}, &std::pair<std::string, StudyText>::first);
    std::vector<StudyText> texts;
    for (auto& [written, text] : reports)
        texts.push_back(std::move(text));
    return texts;
}

Result<std::vector<StudyText>> readFolder(const fs::path& folder)
{
    std::error_code failed;
    std::vector<fs::path> textFiles;
    std::vector<fs::path> dicomFiles;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored))
            continue;
        if (lower(entry->path().extension().string()) == ".txt")
            textFiles.push_back(entry->path());
        else if (isDicomFile(entry->path()))
            dicomFiles.push_back(entry->path());
    }
    if (failed)
        return makeError(ErrorCode::FileNotReadable, {folder.string()}, failed.message());
    std::ranges::sort(textFiles);
    std::ranges::sort(dicomFiles);
    std::vector<StudyText> texts;
    for (const fs::path& file : textFiles) {
        auto text = readTextFile(file);
        if (!text)
            return text.error();
        texts.push_back(*std::move(text));
    }
    auto reports = readDicomReports(dicomFiles);
    if (!reports)
        return reports.error();
    std::ranges::move(*reports, std::back_inserter(texts));
    if (texts.empty())
        return makeError(ErrorCode::NoCases, {},
                         "no file that ends in .txt and no DICOM Structured Report");
    return texts;
}

} // namespace

Result<std::vector<StudyText>> readStudyTexts(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored) ? readFolder(path) : readTable(path);
}

} // namespace fovea

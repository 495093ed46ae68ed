#pragma once

#include "model/domain/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fovea {

/// A text that says which study it is of.
struct StudyText {
    std::string study;     ///< Accession number or StudyInstanceUID; empty where it does not say.
    std::string anatomyId; ///< Of one anatomy alone; empty: the whole report.
    std::string text;      ///< UTF-8.
    std::size_t line = 0;  ///< Of the table, from 1; 0 for a file of its own.
    /// Of a DICOM report: which study it is of where none is `study`. Else empty.
    std::string accessionNumber;
    std::string file; ///< Path of a file of its own; else empty.
};

/// Reports, or corrections of them:
///
/// - A folder: each "<accession number or StudyInstanceUID>.txt" directly in it is a report, and
///   so is each DICOM Structured Report (StructuredReport.h), whatever its name; other files are
///   passed over. Text files come first, by name; then DICOM reports, the latest written last, so
///   that an addendum counts.
/// - A CSV table (readCsv()): the first column, whatever its title, names the study. The text is in
///   the column "report" or "text"; or in "findings" and "impression", where at least one of them
///   is there ("findings_en" and "impressions_en" too, as CT-RATE has it); or, in a table of two
///   columns, in the second. "anatomy" may say of which anatomy alone. Titles in any case. Other
///   columns are passed over, and so are rows without a text.
///
/// Errors: FileNotFound, FileNotReadable, those of readCsv(), TableColumnMissing (no text), NoCases
/// (a folder without such a file), those of readStructuredReport().
Result<std::vector<StudyText>> readStudyTexts(const std::filesystem::path& path);

} // namespace fovea

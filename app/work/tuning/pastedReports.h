#pragma once

#include "app/work/tuning/StudyTexts.h"
#include "model/report/ReportRules.h"

#include <filesystem>
#include <string>
#include <vector>

// Reports that a person pasted into the window, taken apart by anatomy and corrected: a file of the
// archive, `<archive>/tuning/reports.csv`, of the form that textTable() writes. It holds what
// reports say of patients, as the archive does, and goes nowhere else. No Qt.

namespace fovea {

/// What a pasted report says of one anatomy.
struct PastedText {
    std::string anatomyId;
    std::string text; ///< UTF-8.
    bool operator==(const PastedText&) const = default;
};

/// Finding ids that a text is understood to assert, or to deny, of its anatomy.
struct UnderstoodText {
    std::vector<std::string> asserted;
    std::vector<std::string> negated;
};

/// The report's sentences by anatomy, in the rules' order; empty where no anatomy is recognized.
std::vector<PastedText> takeApart(const std::string& report, const ReportRules& rules);
UnderstoodText understood(const PastedText& text, const ReportRules& rules);

/// All of them, named by StudyInstanceUID; none where nothing was pasted yet. Errors of
/// readStudyTexts().
Result<std::vector<StudyText>> readPastedReports(const std::filesystem::path& archiveFolder);
/// Those of one study. Errors as above.
Result<std::vector<PastedText>> readPastedReport(const std::filesystem::path& archiveFolder,
                                                 const std::string& studyInstanceUid);
/// Replaces those of one study; without texts it has none any more. Errors as above and of
/// writing. One writer at a time.
Status writePastedReport(const std::filesystem::path& archiveFolder,
                         const std::string& studyInstanceUid, const std::vector<PastedText>& texts);

} // namespace fovea

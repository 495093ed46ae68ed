#include "app/work/tuning/pastedReports.h"

#include "app/work/siteFile.h"
#include "app/work/tuning/StudyEvidences.h"
#include "app/work/tuning/textTable.h"
#include "model/report/DecomposeReport.h"

#include <system_error>
#include <utility>

namespace fovea {

namespace {

std::filesystem::path fileIn(const std::filesystem::path& archiveFolder)
{
    return archiveFolder / "tuning" / "reports.csv";
}

} // namespace

std::vector<PastedText> takeApart(const std::string& report, const ReportRules& rules)
{
    std::vector<PastedText> texts;
    for (const AnatomyReport& one : decomposeReport(report, rules).anatomies)
        texts.push_back({one.anatomyId, one.text()});
    return texts;
}

UnderstoodText understood(const PastedText& text, const ReportRules& rules)
{
    DecomposedReport report;
    correctReport(report, text.anatomyId, text.text, rules);
    AnatomyReport& own = report.anatomies.back();
    return {std::move(own.asserted), std::move(own.negated)};
}

Result<std::vector<StudyText>> readPastedReports(const std::filesystem::path& archiveFolder)
{
    std::error_code error;
    if (!std::filesystem::exists(fileIn(archiveFolder), error))
        return std::vector<StudyText>();
    return readStudyTexts(fileIn(archiveFolder));
}

Result<std::vector<PastedText>> readPastedReport(const std::filesystem::path& archiveFolder,
                                                 const std::string& studyInstanceUid)
{
    auto all = readPastedReports(archiveFolder);
    if (!all)
        return all.error();
    std::vector<PastedText> own;
    for (StudyText& text : *all) {
        if (text.study == studyInstanceUid)
            own.push_back({std::move(text.anatomyId), std::move(text.text)});
    }
    return own;
}

Status writePastedReport(const std::filesystem::path& archiveFolder,
                         const std::string& studyInstanceUid, const std::vector<PastedText>& texts)
{
    const auto all = readPastedReports(archiveFolder);
    if (!all)
        return all.error();
    std::string table = "study,anatomy,text\n";
    const auto add = [&table](const std::string& study, const std::string& anatomyId,
                              const std::string& text) {
        table += quotedCell(study) + ',' + quotedCell(anatomyId) + ',' + quotedCell(text) + '\n';
    };
    for (const StudyText& text : *all) {
        if (text.study != studyInstanceUid)
            add(text.study, text.anatomyId, text.text);
    }
    for (const PastedText& text : texts)
        add(studyInstanceUid, text.anatomyId, text.text);
    return writeSiteFile(fileIn(archiveFolder), table);
}

} // namespace fovea

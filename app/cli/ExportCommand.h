#pragma once

#include "app/cli/Command.h"
#include "app/cli/SeriesSelection.h"

#include <QCoreApplication>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

struct ExportRequest;
struct LeftOutSeries;
struct ResultsModel;

/// Writes what is known of a series for other programs and people: DICOM objects, a PDF report,
/// tables. What it paints needs a QGuiApplication, but no display. This command alone is linked
/// with more of Qt than its core, so this header names none of it.
class ExportCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ExportCommand)

public:
    ExportCommand(CommandParser& parent, CommonOptions& options);

    Status run(CommandContext& context) override;

    /// Whether the command line asks for this command, before it is parsed.
    static bool isWanted(int argc, char** argv);
    /// What main() makes then.
    static std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv);

private:
    ExportRequest request() const;
    Result<std::optional<ResultsModel>> model(CommandContext& context) const;
    Result<std::vector<std::filesystem::path>> writeOne(CommandContext& context,
                                                        const StudyDatabase& database) const;
    Result<std::vector<std::filesystem::path>> writeAll(CommandContext& context,
                                                        const StudyDatabase& database,
                                                        std::vector<LeftOutSeries>& leftOut) const;

    SeriesSelection m_selection;
    std::string m_package;
    std::string m_search;
    std::string m_out;
    bool m_report = false;
    bool m_segmentation = false;
    bool m_captures = false;
    bool m_keyObjects = false;
    bool m_pdf = false;
    bool m_dicomPdf = false;
    bool m_csv = false;
    bool m_jsonTable = false;
    bool m_withoutPatient = false;
    bool m_overwrite = false;
};

} // namespace fovea

#include "app/cli/ReportCommand.h"

#include "app/ModelLibrary.h"
#include "app/cli/Table.h"
#include "app/text/names.h"
#include "model/report/DecomposeReport.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace fovea {

namespace {

nlohmann::json json(const DecomposedReport& report)
{
    nlohmann::json anatomies = nlohmann::json::array();
    for (const AnatomyReport& one : report.anatomies) {
        anatomies.push_back({{"anatomy", one.anatomyId},
                             {"normal", one.normal},
                             {"findings", one.findings},
                             {"impression", one.impression},
                             {"asserted", one.asserted},
                             {"negated", one.negated}});
    }
    return {{"has_impression", report.hasImpression}, {"anatomies", std::move(anatomies)}};
}

QString names(const std::vector<std::string>& findings)
{
    QStringList out;
    for (const std::string& finding : findings)
        out.append(findingName(finding));
    return out.join(QLatin1String(", "));
}

} // namespace

ReportCommand::ReportCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "report", tr("Take a report apart into anatomies and findings"))
{
    parser().text("file", m_file, tr("The report, English plain text in UTF-8"), "FILE",
                  CommandParser::Needed::Required);
}

Status ReportCommand::run(CommandContext& context)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto rules = loadReportRules(ModelLibrary::resource("catalog/report-rules.json"));
    if (!rules)
        return rules.error();
    std::ifstream stream(m_file, std::ios::binary);
    if (!stream)
        return makeError(ErrorCode::FileNotFound, {m_file});
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    const DecomposedReport report = decomposeReport(text, *rules);
    if (context.json()) {
        context.console().print(json(report));
        return Done{};
    }
    Table table({{tr("Anatomy")}, {tr("State")}, {tr("Present")}, {tr("Denied")}, {tr("Text")}});
    for (const AnatomyReport& one : report.anatomies) {
        const Anatomy* anatomy = catalog->anatomy(one.anatomyId);
        table.addRow({anatomyName(one.anatomyId, anatomy ? anatomy->displayName : std::string()),
                      one.normal ? tr("normal") : tr("abnormal"), names(one.asserted),
                      names(one.negated), printable(one.text())});
    }
    context.console().print(table.text());
    return Done{};
}

} // namespace fovea

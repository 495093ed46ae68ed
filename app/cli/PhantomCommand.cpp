#include "app/cli/PhantomCommand.h"

#include "app/cli/Table.h"
#include "app/text/names.h"
#include "app/work/phantomWork.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

nlohmann::json json(const WrittenPhantom& phantom)
{
    nlohmann::json out{{"seed", phantom.seed},
                       {"site", phantom.siteId},
                       {"folder", phantom.folder.string()},
                       {"study_instance_uid", phantom.studyInstanceUid},
                       {"series_instance_uid", phantom.seriesInstanceUid},
                       {"slices", phantom.slices},
                       {"sex", phantom.truth.female ? "F" : "M"},
                       {"findings", nlohmann::json::array()}};
    for (const ShownFinding& finding : phantom.truth.findings) {
        out["findings"].push_back({{"anatomy", finding.anatomyId},
                                   {"finding", finding.findingId},
                                   {"severity", finding.severity}});
    }
    return out;
}

} // namespace

PhantomCommand::PhantomCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "phantom", tr("Write synthetic chest CTs with their truth"))
{
    parser().count("--count", m_count, tr("How many"));
    parser().seed("--seed", m_seed, tr("Seed of the first"));
    parser().text("--out", m_out, tr("Folder to write into"), "DIR",
                  CommandParser::Needed::Required);
    m_grid.declare(parser(), ScanDetail{});
}

Status PhantomCommand::run(CommandContext& context)
{
    if (Status status = m_grid.check(); !status)
        return status;
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    nlohmann::json out{{"phantoms", nlohmann::json::array()}};
    Table table({{tr("Seed"), Table::Align::Right}, {tr("Folder")}, {tr("Findings")}});
    const Progress progress = context.progress(tr("Writing phantoms"));
    for (int i = 0; i < m_count; ++i) {
        const std::uint64_t seed = m_seed + static_cast<std::uint64_t>(i);
        const auto phantom = writePhantom(
            seed, m_grid.grid(seed), std::filesystem::absolute(m_out), *catalog,
            progress.part(double(i) / m_count, double(i + 1) / m_count), m_grid.site());
        if (!phantom)
            return phantom.error();
        QStringList findings;
        for (const ShownFinding& finding : phantom->truth.findings)
            findings.append(findingName(finding.findingId));
        out["phantoms"].push_back(json(*phantom));
        table.addRow({QString::number(phantom->seed), printable(phantom->folder.string()),
                      findings.join(QLatin1String(", "))});
    }
    if (context.json())
        context.console().print(out);
    else
        context.console().print(table.text());
    return Done{};
}

} // namespace fovea

#include "app/cli/AuditCommand.h"

#include "app/cli/Table.h"
#include "app/text/anonymizeText.h"
#include "app/work/auditCsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

bool isDay(const std::string& text)
{
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

nlohmann::json json(const AuditEntry& entry)
{
    nlohmann::json out{{"id", entry.id},
                       {"time", entry.time},
                       {"action", auditActionName(entry.action)},
                       {"study_key", entry.studyKey},
                       {"study_id", nullptr},
                       {"user", entry.user},
                       {"details", entry.details}};
    if (entry.studyId > 0)
        out["study_id"] = entry.studyId;
    return out;
}

} // namespace

AuditCommand::AuditCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "audit", tr("Read the archive's log of who did what"))
    , m_list(parser().addSubcommand("list", tr("List entries, newest first")))
    , m_verify(
          parser().addSubcommand("verify", tr("Check that no entry was changed or is missing")))
    , m_export(parser().addSubcommand("export", tr("Write entries as a CSV file")))
{
    parser().requireSubcommand();
    for (CommandParser* sub : {&m_list, &m_verify, &m_export})
        addCommonOptions(*sub, options);
    declareFilter(m_list);
    m_list.count("--limit", m_limit, tr("Only the newest so many"));
    declareFilter(m_export);
    m_export.text("--out", m_out, tr("The file to write"), "FILE", CommandParser::Needed::Required);
}

void AuditCommand::declareFilter(CommandParser& parser)
{
    parser.text("--from", m_from, tr("From this day on (UTC)"), "YYYY-MM-DD");
    parser.text("--to", m_to, tr("Up to this day (UTC)"), "YYYY-MM-DD");
    parser.text("--action", m_action,
                tr("Only one kind: opened, queried, exported, deleted, imported, analyzed, "
                   "segmented, verdict, setting"),
                "ACTION");
}

Result<AuditQuery> AuditCommand::query() const
{
    AuditQuery query;
    for (const std::string& day : {m_from, m_to}) {
        if (!day.empty() && !isDay(day))
            return makeError(ErrorCode::BadOption, {"date", "YYYY-MM-DD"});
    }
    query.fromDate = m_from;
    query.toDate = m_to;
    query.limit = m_limit.value_or(0);
    if (!m_action.empty()) {
        query.action = auditActionNamed(m_action);
        if (!query.action)
            return makeError(ErrorCode::BadOption, {"--action", "not a kind of entry"});
    }
    return query;
}

Status AuditCommand::run(CommandContext& context)
{
    if (const auto archive = context.openExistingArchive(); !archive)
        return archive.error();
    const auto log = AuditLog::open(context.archiveFolder());
    if (!log)
        return log.error();
    if (m_verify.parsed())
        return verify(context, *log);
    return m_export.parsed() ? exportCsv(context, *log) : list(context, *log);
}

Status AuditCommand::list(CommandContext& context, const AuditLog& log)
{
    const auto wanted = query();
    if (!wanted)
        return wanted.error();
    const auto entries = log.entries(*wanted);
    if (!entries)
        return entries.error();
    if (context.json()) {
        nlohmann::json out{{"entries", nlohmann::json::array()}};
        for (const AuditEntry& entry : *entries)
            out["entries"].push_back(json(entry));
        context.console().print(out);
        return Done{};
    }
    Table table({{tr("Entry"), Table::Align::Right},
                 {tr("Time (UTC)")},
                 {tr("Action")},
                 {tr("Study"), Table::Align::Right},
                 {tr("Study key")},
                 {tr("User")},
                 {tr("Details")}});
    for (const AuditEntry& entry : *entries)
        table.addRow({QString::number(entry.id), printable(entry.time),
                      auditActionText(entry.action),
                      entry.studyId > 0 ? QString::number(entry.studyId) : QString(),
                      printable(entry.studyKey), printable(entry.user), printable(entry.details)});
    context.console().print(table.isEmpty() ? tr("No entries.") + QLatin1Char('\n') : table.text());
    return Done{};
}

Status AuditCommand::verify(CommandContext& context, const AuditLog& log)
{
    const auto check = log.check();
    if (!check)
        return check.error();
    if (context.json())
        context.console().print(nlohmann::json{{"entries", check->entries},
                                               {"sound", check->sound()},
                                               {"first_broken", check->firstBroken}});
    else if (check->sound())
        context.console().print(
            tr("%n entry(s), none changed or missing.", nullptr, static_cast<int>(check->entries)) +
            QLatin1Char('\n'));
    else
        context.console().print(tr("Entry %1 is missing or was changed.").arg(check->firstBroken) +
                                QLatin1Char('\n'));
    if (!check->sound())
        return makeError(ErrorCode::BadOption,
                         {"audit log", "entry " + std::to_string(check->firstBroken) +
                                           " is missing or was changed"});
    return Done{};
}

Status AuditCommand::exportCsv(CommandContext& context, const AuditLog& log)
{
    const auto wanted = query();
    if (!wanted)
        return wanted.error();
    const auto entries = log.entries(*wanted);
    if (!entries)
        return entries.error();
    if (Status written = writeAuditCsv(*entries, m_out); !written)
        return written;
    if (context.json())
        context.console().print(nlohmann::json{{"entries", entries->size()}, {"file", m_out}});
    else
        context.console().print(
            tr("%n entry(s) written.", nullptr, static_cast<int>(entries->size())) +
            QLatin1Char('\n'));
    return Done{};
}

} // namespace fovea

#include "app/cli/ArchiveCommand.h"

#include "app/text/archiveText.h"
#include "storage/backupArchive.h"
#include "storage/repairArchive.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

const char* kindName(ArchiveProblemKind kind)
{
    switch (kind) {
    case ArchiveProblemKind::DatabaseDamaged:
        return "database_damaged";
    case ArchiveProblemKind::IndexDamaged:
        return "index_damaged";
    case ArchiveProblemKind::BrokenReference:
        return "broken_reference";
    case ArchiveProblemKind::ImageMissing:
        return "image_missing";
    case ArchiveProblemKind::ImageChanged:
        return "image_changed";
    case ArchiveProblemKind::ImageUnreadable:
        return "image_unreadable";
    case ArchiveProblemKind::LabelMapMissing:
        return "label_map_missing";
    case ArchiveProblemKind::LabelMapChanged:
        return "label_map_changed";
    case ArchiveProblemKind::ReferencedMissing:
        return "referenced_missing";
    case ArchiveProblemKind::FileUnnamed:
        return "file_unnamed";
    case ArchiveProblemKind::SlicesMiscounted:
        return "slices_miscounted";
    case ArchiveProblemKind::EmptySeries:
        return "empty_series";
    case ArchiveProblemKind::EmptyStudy:
        return "empty_study";
    case ArchiveProblemKind::PatientUnused:
        return "patient_unused";
    case ArchiveProblemKind::AnalysisIncomplete:
        return "analysis_incomplete";
    case ArchiveProblemKind::RegionStoreBroken:
        return "region_store_broken";
    }
    return "";
}

const char* remedyName(ArchiveRemedy remedy)
{
    switch (remedy) {
    case ArchiveRemedy::MadeAnew:
        return "made_anew";
    case ArchiveRemedy::MovedAside:
        return "moved_aside";
    case ArchiveRemedy::RecordsGo:
        return "records_go";
    case ArchiveRemedy::RestoreBackup:
        return "restore_backup";
    }
    return "";
}

nlohmann::json json(const std::vector<ArchiveProblem>& problems)
{
    nlohmann::json out = nlohmann::json::array();
    for (const ArchiveProblem& problem : problems) {
        out.push_back({{"kind", kindName(problem.kind)},
                       {"subject", problem.subject},
                       {"remedy", remedyName(remedyFor(problem.kind))}});
    }
    return out;
}

nlohmann::json json(const ArchiveCheckReport& report)
{
    return {{"sound", report.sound()},
            {"studies", report.studies},
            {"files", report.files},
            {"bytes", report.bytes},
            {"problems", json(report.problems)}};
}

/// A headline for each kind, and what it is about below.
QString text(const std::vector<ArchiveProblem>& problems)
{
    QString out;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        if (i == 0 || problems[i].kind != problems[i - 1].kind)
            out += archiveProblemName(problems[i].kind) + QLatin1String(". ") +
                   archiveRemedyText(problems[i].kind) + QLatin1Char('\n');
        out += QLatin1String("  ") + printable(problems[i].subject) + QLatin1Char('\n');
    }
    return out;
}

QString line(const QString& text)
{
    return text + QLatin1Char('\n');
}

Status soundness(const ArchiveCheckReport& report)
{
    if (report.sound())
        return Done{};
    return makeError(ErrorCode::DatabaseFailed, {"unsound"});
}

} // namespace

ArchiveCommand::ArchiveCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "archive", tr("Check, repair, back up and restore the archive"))
    , m_check(parser().addSubcommand("check", tr("Say whether records and files are whole")))
    , m_repair(parser().addSubcommand("repair", tr("Mend what can be mended without a loss")))
    , m_backup(parser().addSubcommand("backup", tr("Copy the archive, and compare the copy")))
    , m_restore(parser().addSubcommand("restore", tr("Make an archive of a backup")))
{
    parser().requireSubcommand();
    for (CommandParser* command : {&m_check, &m_repair, &m_backup, &m_restore})
        addCommonOptions(*command, options);
    for (CommandParser* command : {&m_check, &m_repair})
        command->flag("--thorough", m_thorough,
                      tr("Read every image's header and every segmentation"));
    m_repair.flag("--remove-records", m_removeRecords,
                  tr("Remove records of files that are gone (the database is kept as it was)"));
    m_backup.text("--to", m_to, tr("Folder for backups"), "DIR", CommandParser::Needed::Required);
    m_restore.text("--from", m_from, tr("Folder of the backup"), "DIR",
                   CommandParser::Needed::Required);
}

ArchiveCheckDepth ArchiveCommand::depth() const
{
    return m_thorough ? ArchiveCheckDepth::Thorough : ArchiveCheckDepth::Quick;
}

Status ArchiveCommand::run(CommandContext& context)
{
    if (m_repair.parsed())
        return repair(context);
    if (m_backup.parsed())
        return backUp(context);
    return m_restore.parsed() ? restore(context) : check(context);
}

Status ArchiveCommand::check(CommandContext& context) const
{
    const auto report =
        checkArchive(context.archiveFolder(), depth(), context.timedProgress(tr("Checking")));
    if (!report)
        return report.error();
    if (context.json())
        context.console().print(json(*report));
    else
        context.console().print(text(report->problems) + line(archiveCheckText(*report)));
    return soundness(*report);
}

Status ArchiveCommand::repair(CommandContext& context) const
{
    const auto found =
        checkArchive(context.archiveFolder(), depth(), context.timedProgress(tr("Checking")));
    if (!found)
        return found.error();
    const auto report = repairArchive(context.archiveFolder(), found->problems, m_removeRecords,
                                      context.timedProgress(tr("Repairing")));
    if (!report)
        return report.error();
    if (context.json()) {
        nlohmann::json out = json(report->left);
        out["mended"] = json(report->mended);
        out["database_before"] = report->databaseBefore.string();
        out["moved_to"] = report->movedTo.string();
        context.console().print(out);
        return soundness(report->left);
    }
    QString out = line(tr("Problems repaired: %1.").arg(report->mended.size()));
    if (!report->movedTo.empty())
        out += line(
            tr("Files without records are now in %1").arg(printable(report->movedTo.string())));
    if (!report->databaseBefore.empty())
        out += line(tr("The database as it was is kept as %1")
                        .arg(printable(report->databaseBefore.string())));
    context.console().print(out + text(report->left.problems) +
                            line(archiveCheckText(report->left)));
    return soundness(report->left);
}

Status ArchiveCommand::backUp(CommandContext& context) const
{
    const auto report =
        backupArchive(context.archiveFolder(), m_to, context.timedProgress(tr("Backing up")));
    if (!report)
        return report.error();
    if (context.json()) {
        context.console().print(nlohmann::json{{"folder", report->folder.string()},
                                               {"files", report->files},
                                               {"bytes", report->bytes},
                                               {"linked", report->linked},
                                               {"missing", report->missing}});
        return Done{};
    }
    QString out = line(tr("%1: files: %2 (%3)")
                           .arg(printable(report->folder.string()))
                           .arg(report->files)
                           .arg(megabytes(report->bytes)));
    for (const std::string& path : report->missing)
        out += line(tr("Not there: %1").arg(printable(path)));
    context.console().print(out);
    return Done{};
}

Status ArchiveCommand::restore(CommandContext& context) const
{
    const auto report =
        restoreBackup(m_from, context.archiveFolder(), context.timedProgress(tr("Restoring")));
    if (!report)
        return report.error();
    if (context.json()) {
        context.console().print(nlohmann::json{{"folder", context.archiveFolder().string()},
                                               {"files", report->files},
                                               {"bytes", report->bytes},
                                               {"created_at", report->createdAt},
                                               {"kept_aside", report->keptAside.string()}});
        return Done{};
    }
    QString out = line(tr("%1: files: %2 (%3), backed up at %4")
                           .arg(printable(context.archiveFolder().string()))
                           .arg(report->files)
                           .arg(megabytes(report->bytes), printable(report->createdAt)));
    if (!report->keptAside.empty())
        out += line(tr("What was there is kept in %1").arg(printable(report->keptAside.string())));
    context.console().print(out);
    return Done{};
}

} // namespace fovea

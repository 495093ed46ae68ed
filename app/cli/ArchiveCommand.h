#pragma once

#include "app/cli/Command.h"
#include "storage/checkArchive.h"

#include <QCoreApplication>

namespace fovea {

/// `archive check [--thorough]`: whether every record and file is there and whole. Fails
/// (DatabaseFailed, "unsound") where it is not.
/// `archive repair [--thorough] [--remove-records]`: checks, then mends what can be mended without
/// losing anything; records of files that are gone go only with --remove-records.
/// --json of both: {"sound", "studies", "files", "bytes", "problems": [{"kind", "subject",
///   "remedy"}]}; repair adds {"mended": [...], "database_before", "moved_to"}.
///
/// `archive backup --to DIR`: a new backup in DIR.
/// --json: {"folder", "files", "bytes", "linked", "missing": [path]}
///
/// `archive restore --from DIR`: the backup takes the place of the archive, which is kept aside.
/// --json: {"folder", "files", "bytes", "created_at", "kept_aside"}
class ArchiveCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::ArchiveCommand)

public:
    ArchiveCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    Status check(CommandContext& context) const;
    Status repair(CommandContext& context) const;
    Status backUp(CommandContext& context) const;
    Status restore(CommandContext& context) const;
    ArchiveCheckDepth depth() const;

    CommandParser m_check;
    CommandParser m_repair;
    CommandParser m_backup;
    CommandParser m_restore;
    bool m_thorough = false;
    bool m_removeRecords = false;
    std::string m_to;
    std::string m_from;
};

} // namespace fovea

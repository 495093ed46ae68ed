#pragma once

#include "app/cli/Command.h"
#include "storage/AuditLog.h"

#include <QCoreApplication>

#include <optional>
#include <string>

namespace fovea {

/// `audit list|verify|export`: the archive's log of who did what.
///
/// list --json: {"entries": [{"id", "time", "action", "study_key", "study_id", "user",
/// "details"}]}, newest first; study_id is null where the study is gone. verify --json: {"entries",
/// "sound", "first_broken"}; a log that is not as it was written fails with BadOption. export
/// writes a CSV file (RFC 4180) with the same columns, oldest first.
class AuditCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(fovea::AuditCommand)

public:
    AuditCommand(CommandParser& parent, CommonOptions& options);
    Status run(CommandContext& context) override;

private:
    void declareFilter(CommandParser& parser);
    Result<AuditQuery> query() const;
    Status list(CommandContext& context, const AuditLog& log);
    Status verify(CommandContext& context, const AuditLog& log);
    Status exportCsv(CommandContext& context, const AuditLog& log);

    CommandParser m_list;
    CommandParser m_verify;
    CommandParser m_export;
    std::string m_from;
    std::string m_to;
    std::string m_action;
    std::optional<int> m_limit;
    std::string m_out;
};

} // namespace fovea

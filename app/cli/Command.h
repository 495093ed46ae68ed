#pragma once

#include "app/cli/CommandContext.h"
#include "app/cli/CommandParser.h"
#include "model/domain/Result.h"

#include <QString>

#include <string>

namespace fovea {

/// One subcommand: its constructor declares its options on the parser, run() does the work.
class Command {
public:
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /// Whether the user asked for this command.
    bool chosen() const { return m_parser.parsed(); }

    /// Prints the result and returns Done only when all that was asked was done. A failure is told
    /// by the caller; a command that prints part of a result and fails does both.
    virtual Status run(CommandContext& context) = 0;

protected:
    /// Adds the subcommand with the options that all have. `options` outlives the parser.
    Command(CommandParser& parent, CommonOptions& options, const std::string& name,
            const QString& description);

    CommandParser& parser() { return m_parser; }

    /// --archive and --json, for subcommands of a subcommand.
    static void addCommonOptions(CommandParser& parser, CommonOptions& options);
    /// --model and --full-precision
    static void addModelOptions(CommandParser& parser, CommonOptions& options,
                                std::string& package);

private:
    CommandParser m_parser;
};

} // namespace fovea

#include "app/cli/Command.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(fovea::Command)
};

} // namespace

Command::Command(CommandParser& parent, CommonOptions& options, const std::string& name,
                 const QString& description)
    : m_parser(parent.addSubcommand(name, description))
{
    addCommonOptions(m_parser, options);
}

void Command::addCommonOptions(CommandParser& parser, CommonOptions& options)
{
    parser.text("--archive", options.archive,
                CommandText::tr("The archive's folder (default: yours)"), "DIR");
    parser.flag("--json", options.json, CommandText::tr("Print the result as one JSON object"));
}

void Command::addModelOptions(CommandParser& parser, CommonOptions& options, std::string& package)
{
    parser.text("--model", package,
                CommandText::tr("Model package (default: yours, or the demo model)"), "PACKAGE");
    parser.flag(
        "--full-precision", options.fullPrecision,
        CommandText::tr("Compute in fp32, as the reference does, where half precision would "
                        "be faster"));
}

} // namespace fovea

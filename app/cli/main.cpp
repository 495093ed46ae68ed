#include "app/ModelLibrary.h"
#include "app/Settings.h"
#include "app/Translations.h"
#include "app/cli/AnalyzeCommand.h"
#include "app/cli/AnonymizeCommand.h"
#include "app/cli/ArchiveCommand.h"
#include "app/cli/AskCommand.h"
#include "app/cli/AuditCommand.h"
#include "app/cli/BenchCommand.h"
#include "app/cli/CalibrateCommand.h"
#include "app/cli/CommandParser.h"
#include "app/cli/CompareCommand.h"
#include "app/cli/DemoCommand.h"
#include "app/cli/EvaluateCommand.h"
#include "app/cli/ExportCommand.h"
#include "app/cli/ImportCommand.h"
#include "app/cli/InterruptWatcher.h"
#include "app/cli/ListCommand.h"
#include "app/cli/ModelCommand.h"
#include "app/cli/PhantomCommand.h"
#include "app/cli/ReportCommand.h"
#include "app/cli/SegmentCommand.h"
#include "app/cli/TrainCommand.h"
#include "app/cli/TrainSegmentCommand.h"
#include "app/cli/TuneCommand.h"
#include "app/cli/exitCode.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <unistd.h>
#include <vector>

using namespace fovea;

namespace {

template <typename... Commands>
std::vector<std::unique_ptr<Command>> makeCommands(CommandParser parser, CommonOptions& options)
{
    std::vector<std::unique_ptr<Command>> commands;
    (commands.push_back(std::make_unique<Commands>(parser, options)), ...);
    return commands;
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    return ExportCommand::isWanted(argc, argv) ? ExportCommand::makeApplication(argc, argv)
                                               : std::make_unique<QCoreApplication>(argc, argv);
}

int run(CLI::App& parser, int argc, char** argv, const std::stop_token& stop)
{
    CommonOptions options;
    const auto commands =
        makeCommands<ImportCommand, ListCommand, AnalyzeCommand, AskCommand, PhantomCommand,
                     TrainCommand, TuneCommand, CompareCommand, EvaluateCommand, CalibrateCommand,
                     ReportCommand, SegmentCommand, TrainSegmentCommand, ModelCommand,
                     ExportCommand, AnonymizeCommand, AuditCommand, ArchiveCommand, BenchCommand,
                     DemoCommand>(CommandParser(parser), options);
    // Not "exactly one": a mistyped name would then be answered with "a subcommand is required".
    parser.require_subcommand(0, 1);
    parser.set_version_flag("--version", FOVEA_VERSION);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        // Help and version are answers; anything else is a bad request.
        return parser.exit(e) == 0 ? ExitCode::Done : ExitCode::BadRequest;
    }

    Console console(std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1);
    CommandContext context(console, options, stop);
    for (const auto& command : commands) {
        if (!command->chosen())
            continue;
        const Status status = command->run(context);
        console.endProgress();
        if (!status) {
            context.logError(status.error());
            return exitCode(status.error().code);
        }
        if (!console.flush()) {
            const Error error = makeError(ErrorCode::FileNotWritable, {"/dev/stdout"});
            context.logError(error);
            return exitCode(error.code);
        }
        return ExitCode::Done;
    }
    std::cerr << parser.help();
    return ExitCode::BadRequest;
}

} // namespace

int main(int argc, char** argv)
{
    if (!BenchCommand::wantsOwnSettings(argc, argv))
        prepareModelEnvironment();
    const InterruptWatcher interrupts;
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("fovea-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FOVEA_VERSION));
    installTranslations(*application, Settings().language());
    CLI::App parser(
        QCoreApplication::translate("fovea::CommandLine",
                                    "Fovea reads CT with fVLM. Research software, not a medical "
                                    "device.")
            .toStdString(),
        "fovea-cli");
    try {
        return run(parser, argc, argv, interrupts.token());
    } catch (const std::bad_alloc&) {
        std::cerr << "fovea-cli: out of memory\n";
    } catch (const std::exception& e) {
        std::cerr << "fovea-cli: " << e.what() << '\n';
    }
    return ExitCode::Fault;
}

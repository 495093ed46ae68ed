#include "app/Dialogs.h"
#include "app/MainWindow.h"
#include "app/Settings.h"
#include "app/Task.h"
#include "app/Theme.h"
#include "app/Translations.h"
#include "app/screenshot.h"
#include "app/text/errorText.h"
#include "app/work/siteAnatomies.h"
#include "storage/CatalogFile.h"
#include "storage/FolderLock.h"
#include "viewer/volume/VolumeWidget.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace {

struct ArgumentText {
    Q_DECLARE_TR_FUNCTIONS(ArgumentText)
};

struct Arguments {
    bool sample = false;
    QString screenshot;
    QString archive;
    QStringList paths;
};

Arguments parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        ArgumentText::tr("Reads CT studies. Research software, not a medical device."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    ArgumentText::tr("Open the synthetic sample study."));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        ArgumentText::tr("Save a picture of the window once the study is analyzed, then quit."),
        ArgumentText::tr("file"));
    const QCommandLineOption archive(QStringLiteral("archive"),
                                     ArgumentText::tr("Archive folder to use."),
                                     ArgumentText::tr("folder"));
    parser.addOptions({sample, screenshot, archive});
    parser.addPositionalArgument(QStringLiteral("paths"),
                                 ArgumentText::tr("CT folder, then segmentation, to open."),
                                 QStringLiteral("[path…]"));
    parser.process(application);
    return {parser.isSet(sample), parser.value(screenshot), parser.value(archive),
            parser.positionalArguments()};
}

std::filesystem::path archiveFolder(const Arguments& arguments, const fovea::Settings& settings)
{
    if (!arguments.archive.isEmpty())
        return arguments.archive.toStdString();
    // The sample has an archive of its own: nothing synthetic among the user's patients.
    if (arguments.sample) {
        return (QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                QStringLiteral("/fovea/sample-archive"))
            .toStdString();
    }
    return settings.archiveFolder();
}

void openRequested(fovea::MainWindow& window, const Arguments& arguments)
{
    if (arguments.sample)
        window.openSampleStudy();
    else if (!arguments.paths.isEmpty())
        window.importFolder(arguments.paths.first().toStdString());
    if (arguments.paths.size() > 1) {
        QObject::connect(
            &window.session(), &fovea::StudySession::labelsMissing, &window,
            [&window, path = arguments.paths[1].toStdString()] { window.openSegmentation(path); });
    }
}

/// Starts the program again when all of this one is gone: windows, locks, settings not yet written.
struct Restart {
    bool wanted = false;
    Restart() = default;
    Restart(const Restart&) = delete;
    Restart& operator=(const Restart&) = delete;
    ~Restart()
    {
        if (wanted)
            QProcess::startDetached(QCoreApplication::applicationFilePath(), {});
    }
};

} // namespace

int main(int argc, char** argv)
{
    fovea::prepareModelEnvironment();
    fovea::VolumeWidget::setDefaultSurfaceFormat();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("fovea"));
    QApplication::setApplicationDisplayName(QStringLiteral("Fovea"));
    QApplication::setApplicationVersion(QStringLiteral(FOVEA_VERSION));

    Restart restart;
    fovea::Settings settings;
    fovea::installTranslations(application, settings.language());
    fovea::applyTheme(application, settings.theme());
    const Arguments arguments = parse(application);

    fovea::QtDialogs qtDialogs;
    fovea::ConsoleDialogs consoleDialogs;
    fovea::Dialogs& dialogs =
        arguments.screenshot.isEmpty() ? static_cast<fovea::Dialogs&>(qtDialogs) : consoleDialogs;
    auto catalog = fovea::readCatalogFile(fovea::ModelLibrary::resource("catalog/anatomies.json"));
    if (!catalog) {
        dialogs.showError(nullptr, QApplication::applicationDisplayName(),
                          fovea::errorText(catalog.error()), fovea::errorDetails(catalog.error()));
        return 2;
    }
    fovea::TaskRunner tasks;
    const fovea::Archive archive(tasks, archiveFolder(arguments, settings));
    if (auto changed = fovea::siteCatalog(*catalog, archive.folder()))
        catalog = std::move(changed);
    else // The shipped one does until the file is mended.
        dialogs.showError(nullptr, QApplication::applicationDisplayName(),
                          fovea::errorText(changed.error()), fovea::errorDetails(changed.error()));
    // Commands of fovea-cli may work on the archive meanwhile: the database has them wait for each
    // other. A second window would take this one's unsaved corrections for those of a crash.
    std::error_code notMade; // Shown when the archive is opened.
    std::filesystem::create_directories(archive.folder(), notMade);
    const fovea::FolderLock held = fovea::FolderLock::tryLock(archive.folder());
    const fovea::Error inUse = fovea::makeError(fovea::ErrorCode::DatabaseNotOpened,
                                                {archive.folder().string(), "in use"});
    if (!held.held() && !notMade &&
        !dialogs.confirm(
            nullptr, QApplication::applicationDisplayName(),
            fovea::errorText(inUse) + QLatin1Char('\n') +
                ArgumentText::tr("Unsaved corrections of one window may be lost by the other."),
            ArgumentText::tr("Open anyway")))
        return 2;
    fovea::ModelService model(tasks, fovea::ModelLibrary::installedLibrary());
    fovea::MainWindow window({tasks, archive, model, *catalog, settings, dialogs});
    QObject::connect(&window, &fovea::MainWindow::restartWanted,
                     [&restart] { restart.wanted = true; });
    window.show();

    // After the first paint: LibTorch takes 0.4 s to load and nobody should wait for it.
    QTimer::singleShot(0, &window, [&] {
        const auto package = settings.modelPackage();
        model.load(package.empty() ? fovea::ModelLibrary::demoPackage() : package);
        openRequested(window, arguments);
    });
    if (!arguments.screenshot.isEmpty())
        fovea::saveScreenshotWhenDone(window, arguments.screenshot, arguments.paths.size() > 1);
    return QApplication::exec();
}

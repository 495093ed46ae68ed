#include "app/MainMenus.h"

#include "app/study/StudySession.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace fovea {

MainMenus::MainMenus(QMainWindow& window, StudySession& session, MainCommands commands)
    : QObject(&window)
    , m_session(session)
    , m_file(window.menuBar()->addMenu(tr("&File")))
    , m_edit(window.menuBar()->addMenu(tr("&Edit")))
    , m_view(window.menuBar()->addMenu(tr("&View")))
    , m_slice(window.menuBar()->addMenu(tr("S&lice")))
    , m_measure(window.menuBar()->addMenu(tr("&Measure")))
    , m_study(window.menuBar()->addMenu(tr("&Study")))
    , m_help(window.menuBar()->addMenu(tr("&Help")))
    , m_toolBar(window.addToolBar(tr("Tools")))
{
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->setIconSize({22, 22});
    fillFile(commands);
    fillStudy(commands);
    add(*m_help, QStringLiteral("about"), tr("&About Fovea"), {}, commands.showAbout);
}

QAction* MainMenus::add(QMenu& menu, const QString& objectName, const QString& text,
                        const QKeySequence& key, std::function<void()> run)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void MainMenus::fillFile(const MainCommands& commands)
{
    QAction* openFolder = add(*m_file, QStringLiteral("openFolder"), tr("&Open folder…"),
                              QKeySequence::Open, commands.openFolder);
    QAction* importFile = add(*m_file, QStringLiteral("importFile"), tr("&Import file…"),
                              QKeySequence(QStringLiteral("Ctrl+I")), commands.importFile);
    importFile->setToolTip(tr("Import a DICOM file, a DICOMDIR, a zip file, or a research volume "
                              "(NIfTI, NRRD, MetaImage)"));
    QAction* openLabels =
        add(*m_file, QStringLiteral("openSegmentation"), tr("Open &segmentation…"),
            QKeySequence(QStringLiteral("Ctrl+Shift+O")), commands.openSegmentation);
    QAction* openLabelFolder =
        add(*m_file, QStringLiteral("openSegmentationFolder"), tr("Open segmentation &folder…"), {},
            commands.openSegmentationFolder);
    // A segmentation belongs to an open series.
    for (QAction* action : {openLabels, openLabelFolder}) {
        action->setEnabled(false);
        connect(&m_session, &StudySession::opening, action,
                [action] { action->setEnabled(false); });
        connect(&m_session, &StudySession::seriesShown, action,
                [action] { action->setEnabled(true); });
    }
    m_file->addSeparator();
    add(*m_file, QStringLiteral("openSample"), tr("Open sa&mple study (synthetic)"), {},
        commands.openSample);
    m_file->addSeparator();
    m_exports = m_file->addMenu(tr("E&xport"));
    add(*m_exports, QStringLiteral("exportAnonymized"), tr("&Anonymized DICOM…"), {},
        commands.exportAnonymized);
    m_archive = m_file->addMenu(tr("A&rchive"));
    add(*m_archive, QStringLiteral("auditLog"), tr("A&udit log…"), {}, commands.showAudit);
    m_file->addSeparator();
    add(*m_file, QStringLiteral("settings"), tr("S&ettings…"),
        QKeySequence(QStringLiteral("Ctrl+,")), commands.showSettings);
    add(*m_file, QStringLiteral("models"), tr("Mo&dels…"), QKeySequence(QStringLiteral("Ctrl+M")),
        commands.showModels);
    add(*m_file, QStringLiteral("catalogs"), tr("Catalo&gs…"), {}, commands.showCatalogs);
    add(*m_file, QStringLiteral("tuning"), tr("&Fine-tuning…"), {}, commands.showTuning);
    auto* window = qobject_cast<QMainWindow*>(parent());
    add(*m_file, QStringLiteral("quit"), tr("&Quit"), QKeySequence::Quit,
        [window] { window->close(); });
    m_toolBar->addActions({openFolder, openLabels});
    m_toolBar->addSeparator();
}

void MainMenus::fillStudy(const MainCommands& commands)
{
    QAction* analyze =
        add(*m_study, QStringLiteral("analyzeAgain"), tr("&Analyze again"),
            QKeySequence(QStringLiteral("Ctrl+R")), [this] { m_session.analyzeAgain(); });
    analyze->setEnabled(false);
    connect(&m_session, &StudySession::opening, analyze, [analyze] { analyze->setEnabled(false); });
    connect(&m_session, &StudySession::labelsShown, analyze,
            [analyze] { analyze->setEnabled(true); });
    add(*m_study, QStringLiteral("focusQuestion"), tr("Ask a &question"),
        QKeySequence(QStringLiteral("Ctrl+F")), commands.focusQuestion);
    add(*m_study, QStringLiteral("searchStudies"), tr("&Search studies"),
        QKeySequence(QStringLiteral("Ctrl+Shift+F")), commands.searchStudies);
}

} // namespace fovea

#include "app/MainWindow.h"

#include "app/MainMenus.h"
#include "app/SettingsDialog.h"
#include "app/StatusLine.h"
#include "app/Theme.h"
#include "app/anatomy/AnatomyPanel.h"
#include "app/ask/AskDesk.h"
#include "app/ask/AskPanel.h"
#include "app/commands/CommandActions.h"
#include "app/compare/CompareActions.h"
#include "app/compare/SeriesComparison.h"
#include "app/edit/EditDesk.h"
#include "app/findings/FindingsPanel.h"
#include "app/keyimages/KeyImageActions.h"
#include "app/keyimages/KeyImages.h"
#include "app/keyimages/KeyImagesPanel.h"
#include "app/measure/MeasureDesk.h"
#include "app/measure/MeasurePanel.h"
#include "app/models/ModelsDialog.h"
#include "app/studies/StudyPanel.h"
#include "app/study/StudyPresenter.h"
#include "app/text/errorText.h"
#include "app/views/ExportActions.h"
#include "app/views/FileWindows.h"
#include "app/views/LayoutActions.h"
#include "app/views/NoticeBar.h"
#include "app/views/ReadingArea.h"
#include "app/views/SliceActions.h"
#include "app/views/ViewActions.h"
#include "app/views/ViewGrid.h"
#include "app/views/WindowLevelBox.h"
#include "app/views/WindowMemory.h"
#include "app/work/sampleStudy.h"
#include "storage/VolumeFile.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>

namespace fovea {

namespace {

constexpr int MessageMs = 6000; ///< How long the status bar says what was done.

QDockWidget* dock(QMainWindow& window, const QString& name, const QString& title, QWidget* panel,
                  Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    window.addDockWidget(area, dock);
    return dock;
}

} // namespace

MainWindow::MainWindow(Workplace workplace, QWidget* parent)
    : QMainWindow(parent)
    , m_workplace(workplace)
    , m_session(std::make_unique<StudySession>(workplace.archive, workplace.model, m_state,
                                               workplace.catalog))
    , m_import(std::make_unique<ImportController>(workplace.archive))
    , m_measures(std::make_unique<MeasureDesk>(workplace.archive, *m_session, m_state))
    , m_edit(std::make_unique<EditDesk>(workplace.archive, *m_session, m_state,
                                        m_measures->undoStack(), workplace.catalog,
                                        workplace.dialogs))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Fovea"));
    setAcceptDrops(true);
    m_state.overlayOpacity.set(m_workplace.settings.overlayOpacity());
    new WindowMemory(m_state, *m_session, m_workplace.archive, m_workplace.settings, this);
    makePanels();
    makeMenus();
    makeStatusBar();
    connectPanels();
    connectImport();
    connectTools();
    resize(1600, 1000);
    restoreGeometry(m_workplace.settings.windowGeometry());
    restoreState(m_workplace.settings.windowState());
    m_studies->refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePanels()
{
    auto* area = new ReadingArea(m_state, *m_session, m_workplace.archive, this);
    m_comparison = &area->comparison();
    setCentralWidget(area);
    m_views = &area->views();
    m_studies = new StudyPanel(m_workplace.archive, this);
    m_anatomy = new AnatomyPanel(m_state, m_workplace.catalog, this);
    m_findings = new FindingsPanel(this);
    m_ask = new AskPanel(this);
    QDockWidget* studies = dock(*this, QStringLiteral("studiesDock"), tr("Studies"), m_studies,
                                Qt::LeftDockWidgetArea);
    QDockWidget* anatomy = dock(*this, QStringLiteral("anatomyDock"), tr("Anatomy"), m_anatomy,
                                Qt::LeftDockWidgetArea);
    m_keyImages = new KeyImages(m_state, *m_session, m_workplace.archive, this);
    QDockWidget* keyImages = dock(*this, QStringLiteral("keyImagesDock"), tr("Key images"),
                                  new KeyImagesPanel(*m_keyImages, this), Qt::LeftDockWidgetArea);
    connect(m_keyImages, &KeyImages::planeTurned, area, [area] {
        area->notices().add(
            {tr("An oblique plane cannot be a key image: reset the planes (Slice menu) first.")});
    });
    connect(m_keyImages, &KeyImages::failed, area, [area](const Error& error) {
        area->notices().add({tr("Key images could not be kept: %1").arg(errorText(error))});
    });
    QDockWidget* findings = dock(*this, QStringLiteral("findingsDock"), tr("Findings"), m_findings,
                                 Qt::RightDockWidgetArea);
    QDockWidget* ask =
        dock(*this, QStringLiteral("askDock"), tr("Ask"), m_ask, Qt::RightDockWidgetArea);
    tabifyDockWidget(ask, dock(*this, QStringLiteral("measuresDock"), tr("Measurements"),
                               m_measures->makePanel(this), Qt::RightDockWidgetArea));
    ask->raise();
    tabifyDockWidget(findings, dock(*this, QStringLiteral("editDock"), tr("Edit segmentation"),
                                    m_edit->makePanel(this), Qt::RightDockWidgetArea));
    findings->raise();
    resizeDocks({studies, anatomy}, {320, 320}, Qt::Horizontal);
    resizeDocks({findings, ask}, {380, 380}, Qt::Horizontal);
    resizeDocks({studies, anatomy, keyImages}, {300, 400, 120}, Qt::Vertical);
    resizeDocks({findings, ask}, {560, 240}, Qt::Vertical);
}

void MainWindow::makeMenus()
{
    auto* menus = new MainMenus(*this, *m_session,
                                {.openFolder = [this] { askForFolder(); },
                                 .openSegmentation = [this] { askForSegmentation(false); },
                                 .openSegmentationFolder = [this] { askForSegmentation(true); },
                                 .openSample = [this] { openSampleStudy(); },
                                 .showSettings = [this] { showSettings(); },
                                 .showModels = [this] { showModels(); },
                                 .focusQuestion = [this] { m_ask->focusQuestion(); },
                                 .searchStudies = [this] { m_studies->focusSearch(); },
                                 .showAbout = [this] { showAbout(); }});
    QMenu& view = menus->view();
    (new ViewActions(m_state, *m_views, this))->fill(view, menus->toolBar());
    (new SliceActions(m_state, *m_views, this))->fill(menus->slice());
    (new FileWindows(m_state, *m_session, this))->fill(*findChild<QMenu*>(ViewActions::WindowMenu));
    (new LayoutActions(*this, *m_views, m_workplace.settings, this))
        ->fill(*view.addMenu(tr("&Layout")), menus->toolBar());
    m_measures->fillMenus(menus->edit(), menus->measure(), menus->toolBar());
    view.addSeparator();
    menus->toolBar().addSeparator();
    menus->toolBar().addWidget(new WindowLevelBox(m_state, this));
    menus->toolBar().addSeparator();
    QMenu* panels = view.addMenu(tr("&Panels"));
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        panels->addAction(dock->toggleViewAction());
        dock->toggleViewAction()->setObjectName(QStringLiteral("show_") + dock->objectName());
    }
    (new KeyImageActions(*m_keyImages, *m_views, m_state, *m_session, this))
        ->fill(menus->study(), menus->toolBar(), *centralWidget());
    auto* pictures = new ExportActions(
        {*this, *m_views, *m_session, m_workplace.tasks, m_workplace.settings, m_workplace.dialogs},
        this);
    pictures->fill(menus->study(), menus->toolBar());
    connect(pictures, &ExportActions::done, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    (new CompareActions(*m_comparison, *m_studies, *m_session, this))->fill(menus->study());
    auto* commands = new CommandActions(*this, m_workplace.settings, this);
    commands->fill(menus->help(), menus->toolBar());
    commands->finish(menus->toolBar()); // Last: it looks at all the others.
}

void MainWindow::makeStatusBar()
{
    m_status = new StatusLine(*statusBar());
    m_measures->reportTo(*statusBar());
    connect(m_views, &ViewGrid::hovered, m_status, &StatusLine::showProbe);
    connect(m_views, &ViewGrid::hoverLeft, m_status, &StatusLine::clearProbe);
}

void MainWindow::connectPanels()
{
    StudySession* session = m_session.get();
    connect(session, &StudySession::opening, this, [this] { setWindowTitle(tr("Fovea")); });
    connect(session, &StudySession::seriesShown, this, &MainWindow::showTitle);
    connect(session, &StudySession::labelsShown, m_studies, &StudyPanel::refresh);
    connect(session, &StudySession::surfacesReady, m_views, &ViewGrid::setSurfaces);
    connect(m_findings, &FindingsPanel::cancelRequested, session, &StudySession::cancelAnalysis);
    connect(m_findings, &FindingsPanel::anatomyChosen, session, &StudySession::goToAnatomy);
    connect(m_anatomy, &AnatomyPanel::anatomyChosen, session, &StudySession::goToAnatomy);
    connect(m_anatomy, &AnatomyPanel::structureChosen, session, &StudySession::goToStructure);
    connect(m_studies, &StudyPanel::seriesChosen, this, &MainWindow::openSeries);
    connect(m_studies, &StudyPanel::failed, this,
            [this](const Error& error) { showError(tr("Archive"), error); });
    connect(m_comparison, &SeriesComparison::opening, m_status,
            [this] { m_status->showBusy(tr("Opening…"), false); });
    connect(m_comparison, &SeriesComparison::opened, m_status, &StatusLine::showIdle);
    connect(m_comparison, &SeriesComparison::failed, this, [this](const Error& error) {
        m_status->showIdle();
        showError(tr("Comparison"), error);
    });
    m_presenter = std::make_unique<StudyPresenter>(
        *session, m_workplace.model, StudyPresenter::Panels{*m_anatomy, *m_findings, *m_status});
    auto* asking = new AskDesk(*m_ask, *session, m_workplace.model, m_workplace.archive, this);
    connect(asking, &AskDesk::seriesWanted, this, &MainWindow::openSeries);
    connect(m_findings, &FindingsPanel::likeRequested, asking, &AskDesk::askLikeOpen);
    connect(m_anatomy, &AnatomyPanel::likeRequested, asking, &AskDesk::askLikeOpen);
    connect(m_presenter.get(), &StudyPresenter::failed, this,
            [this](const Error& error) { showError(tr("Study"), error); });
    connect(m_presenter.get(), &StudyPresenter::modelFailed, this,
            [this](const Error& error) { showError(tr("Model"), error); });
}

void MainWindow::connectTools()
{
    // One tool has the mouse: choosing one ends the other.
    m_measureToolChosen = m_measures->state().tool.observe([this](const auto& tool) {
        if (tool)
            m_edit->endTool();
    });
    connect(m_edit.get(), &EditDesk::toolTaken, this,
            [this] { m_measures->state().tool.set(std::nullopt); });
}

void MainWindow::showError(const QString& title, const Error& error)
{
    m_workplace.dialogs.showError(this, title, errorText(error), errorDetails(error));
}

void MainWindow::connectImport()
{
    ImportController* import = m_import.get();
    connect(import, &ImportController::started, this,
            [this] { m_status->showBusy(tr("Importing…"), true); });
    connect(m_status, &StatusLine::cancelRequested, import, &ImportController::cancel);
    connect(import, &ImportController::progressed, m_status, &StatusLine::setProgress);
    connect(import, &ImportController::finished, this, [this](const ImportSummary& summary) {
        m_status->showIdle();
        m_studies->refresh();
        if (!summary.seriesIds.empty())
            openSeries(summary.seriesIds.front());
        else if (summary.labelMapsTaken > 0 && m_session->series())
            openSeries(m_session->series()->series.id); // With its new segmentation.
        if (!summary.leftOut.empty() || (summary.seriesIds.empty() && summary.labelMapsTaken == 0))
        {
            m_workplace.dialogs.showMessage(this, tr("Import"),
                                            ImportController::summaryText(summary),
                                            ImportController::leftOutText(summary));
        }
    });
    connect(import, &ImportController::failed, this, [this](const Error& error) {
        m_status->showIdle();
        m_studies->refresh();
        if (error.code != ErrorCode::Cancelled)
            showError(tr("Import"), error);
    });
}

void MainWindow::showTitle()
{
    const LoadedSeries& series = *m_session->series();
    const PatientRecord& patient = series.study.patient;
    QStringList title;
    for (const std::string& part : {patient.name, patient.patientId, series.series.description}) {
        if (!part.empty())
            title << QString::fromStdString(part)
                         .replace(QLatin1Char('^'), QLatin1Char(' '))
                         .trimmed();
    }
    title << tr("Fovea");
    setWindowTitle(title.join(QStringLiteral(" – ")));
    m_studies->setOpenSeries(series.series.id);
}

void MainWindow::importFolder(const std::filesystem::path& folder)
{
    m_import->start(folder);
}

void MainWindow::openSegmentation(const std::filesystem::path& path)
{
    if (m_edit->mayLeave(this))
        m_session->attachLabels(path);
}

void MainWindow::openSeries(qint64 seriesId)
{
    if (m_edit->mayLeave(this))
        m_session->open(seriesId);
}

void MainWindow::openSampleStudy()
{
    m_status->showBusy(tr("Making the sample study…"), false);
    m_workplace.archive.run<SampleStudy>(
        this,
        [&catalog = m_workplace.catalog](StudyDatabase& database, const Progress& progress) {
            return ensureSampleStudy(database, catalog, progress);
        },
        [this](Result<SampleStudy> sample) {
            m_status->showIdle();
            if (!sample) {
                showError(tr("Sample study"), sample.error());
                return;
            }
            m_studies->refresh();
            openSeries(sample->seriesId);
        },
        [this](double fraction) { m_status->setProgress(fraction); });
}

void MainWindow::askForFolder()
{
    const auto folder = m_workplace.dialogs.askFolder(this, tr("Open a folder with a CT"),
                                                      m_workplace.settings.lastFolder());
    if (!folder)
        return;
    m_workplace.settings.setLastFolder(*folder);
    importFolder(folder->toStdString());
}

void MainWindow::askForSegmentation(bool folder)
{
    const QString title = tr("Open a segmentation of this series");
    const QString start = m_workplace.settings.lastFolder();
    const auto path =
        folder ? m_workplace.dialogs.askFolder(this, title, start)
               : m_workplace.dialogs.askFile(
                     this, title, start,
                     tr("Segmentations") +
                         QStringLiteral(" (*.nii *.nii.gz *.nrrd *.seg.nrrd *.mha *.dcm);;") +
                         tr("All files") + QStringLiteral(" (*)"));
    if (path)
        openSegmentation(path->toStdString());
}

void MainWindow::showSettings()
{
    const auto modelBefore = m_workplace.settings.modelPackage();
    SettingsDialog dialog(m_workplace.settings, m_workplace.dialogs, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    applyTheme(*qApp, m_workplace.settings.theme());
    const auto model = m_workplace.settings.modelPackage();
    if (model != modelBefore)
        m_workplace.model.load(model.empty() ? ModelLibrary::demoPackage() : model);
}

void MainWindow::showModels()
{
    if (m_models)
        m_models->refresh();
    else
        m_models = new ModelsDialog(
            {m_workplace.tasks, m_workplace.model, m_workplace.settings, m_workplace.dialogs},
            ModelLibrary::demoPackage(), this);
    m_models->show();
    m_models->raise();
    m_models->activateWindow();
}

void MainWindow::showAbout()
{
    m_workplace.dialogs.showMessage(
        this, tr("About Fovea"),
        tr("Fovea %1\n\nA workstation for reading CT with a fine-grained vision-language model.\n\n"
           "Research software, not a medical device: not for diagnosis or treatment. Nothing is "
           "sent "
           "anywhere.\n\nLicence: Apache-2.0")
            .arg(QApplication::applicationVersion()),
        {});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_measures->mayClose(m_workplace.dialogs, this)) {
        event->ignore();
        return;
    }
    if (!m_edit->mayLeave(this)) {
        event->ignore();
        return;
    }
    m_edit->session().discard();
    m_workplace.settings.setWindowGeometry(saveGeometry());
    m_workplace.settings.setWindowState(saveState());
    m_workplace.settings.setOverlayOpacity(m_state.overlayOpacity.get());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (!url.isLocalFile())
            continue;
        const std::filesystem::path path = url.toLocalFile().toStdString();
        event->acceptProposedAction();
        // A volume file next to an open series is its segmentation; all else is imported.
        if (m_session->series() && isVolumeFileName(path))
            openSegmentation(path);
        else
            importFolder(path);
        return;
    }
}

} // namespace fovea

#include "app/MainWindow.h"

#include "app/MainDialogs.h"
#include "app/MainMenus.h"
#include "app/MainPanels.h"
#include "app/StatusLine.h"
#include "app/Theme.h"
#include "app/anatomy/AnatomyPanel.h"
#include "app/archive/ArchiveDesk.h"
#include "app/ask/AskDesk.h"
#include "app/ask/AskPanel.h"
#include "app/audit/AuditKeeper.h"
#include "app/catalogs/SiteFindingsDesk.h"
#include "app/commands/CommandActions.h"
#include "app/compare/CompareActions.h"
#include "app/compare/SeriesComparison.h"
#include "app/edit/EditDesk.h"
#include "app/export/ExportDesk.h"
#include "app/findings/FindingsDesk.h"
#include "app/findings/FindingsPanel.h"
#include "app/hanging/HangingActions.h"
#include "app/hanging/HangingDesk.h"
#include "app/keyimages/KeyImageActions.h"
#include "app/keyimages/KeyImages.h"
#include "app/measure/MeasureDesk.h"
#include "app/segment/NewStudiesDesk.h"
#include "app/segment/SegmentDesk.h"
#include "app/studies/StudyOpener.h"
#include "app/studies/StudyPanel.h"
#include "app/study/ArchiveReport.h"
#include "app/study/ReanalysisDesk.h"
#include "app/study/StudyPresenter.h"
#include "app/text/errorText.h"
#include "app/views/ActiveSlice.h"
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
#include "app/volume/VolumeDesk.h"

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

} // namespace

MainWindow::MainWindow(Workplace workplace, QWidget* parent)
    : QMainWindow(parent)
    , m_workplace(workplace)
    , m_session(std::make_unique<StudySession>(workplace.archive, workplace.model, m_state,
                                               workplace.catalog))
    , m_measures(std::make_unique<MeasureDesk>(workplace.archive, *m_session, m_state))
    , m_edit(std::make_unique<EditDesk>(workplace.archive, *m_session, m_state,
                                        m_measures->undoStack(), workplace.catalog,
                                        workplace.dialogs))
    , m_reading(std::make_unique<FindingsDesk>(
          FindingsDesk::Parts{workplace.archive, workplace.model, *m_session, m_state,
                              m_measures->undoStack(), workplace.catalog, workplace.dialogs}))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Fovea"));
    setAcceptDrops(true);
    m_state.overlayOpacity.set(m_workplace.settings.overlayOpacity());
    m_windows =
        new WindowMemory(m_state, *m_session, m_workplace.archive, m_workplace.settings, this);
    makePanels();
    makeStatusBar();
    makeMenus();
    m_opener = new StudyOpener({*this, m_workplace.archive, m_workplace.catalog, *m_session,
                                *m_edit, *m_status, m_workplace.settings, m_workplace.dialogs},
                               this);
    connect(m_opener, &StudyOpener::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(m_opener, &StudyOpener::warned, this,
            [this](const QString& what) { findChild<ReadingArea*>()->tell({what}); });
    connectPanels();
    connectTools();
    resize(1600, 1000);
    restoreGeometry(m_workplace.settings.windowGeometry());
    restoreState(m_workplace.settings.windowState());
    m_panels->studies().refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePanels()
{
    auto* area =
        new ReadingArea(m_state, *m_session, m_workplace.archive, m_workplace.catalog, this);
    m_comparison = &area->comparison();
    setCentralWidget(area);
    m_views = &area->views();
    m_keyImages = new KeyImages(m_state, *m_session, m_workplace.archive, this);
    connect(m_keyImages, &KeyImages::planeTurned, area, [area] {
        area->tell(
            {tr("An oblique plane cannot be a key image: reset the planes (Slice menu) first.")});
    });
    connect(m_keyImages, &KeyImages::failed, area, [area](const Error& error) {
        area->tell({tr("Key images could not be kept: %1").arg(errorText(error))});
    });
    m_volume = new VolumeDesk({m_state, *m_views, m_measures->state(), m_workplace.catalog,
                               m_workplace.settings, m_workplace.dialogs},
                              this);
    m_panels = new MainPanels(*this, {m_workplace.archive, m_workplace.catalog, m_state,
                                      *m_keyImages, *m_measures, *m_edit, *m_reading, *m_volume});
}

void MainWindow::makeMenus()
{
    auto* menus =
        new MainMenus(*this, *m_session,
                      {.openFolder = [this] { m_opener->askForFolder(); },
                       .importFile = [this] { m_opener->askForFile(); },
                       .openSegmentation = [this] { m_opener->askForSegmentation(false); },
                       .openSegmentationFolder = [this] { m_opener->askForSegmentation(true); },
                       .openSample = [this] { openSampleStudy(); },
                       .exportAnonymized = [this] { m_dialogs->showAnonymize(); },
                       .showAudit = [this] { m_dialogs->showAudit(); },
                       .showSettings = [this] { m_dialogs->showSettings(); },
                       .showModels = [this] { m_dialogs->showModels(); },
                       .showCatalogs = [this] { m_dialogs->showCatalogs(); },
                       .showTuning = [this] { m_dialogs->showTuning(); },
                       .focusQuestion = [this] { m_panels->ask().focusQuestion(); },
                       .searchStudies = [this] { m_panels->studies().focusSearch(); },
                       .showAbout = [this] { m_dialogs->showAbout(); }});
    auto* keeping = new ArchiveDesk(
        {*this, m_workplace.archive, m_workplace.settings, m_workplace.dialogs}, this);
    keeping->fill(menus->archive());
    connect(keeping, &ArchiveDesk::archiveChanged, &m_panels->studies(), &StudyPanel::refresh);
    connect(
        keeping, &ArchiveDesk::restartWanted, this,
        [this] {
            if (close())
                Q_EMIT restartWanted();
        },
        Qt::QueuedConnection); // Not while its dialog is on the way here.
    QMenu& view = menus->view();
    auto* active = new ActiveSlice(*centralWidget(), this);
    // What hides the active view makes another one active.
    connect(m_views, &ViewGrid::activeChanged, active, &ActiveSlice::changed);
    (new ViewActions(m_state, *m_views, *active, this))->fill(view, menus->toolBar());
    m_volume->fillMenu(*findChild<QMenu*>(ViewActions::VolumeMenu));
    (new SliceActions(m_state, *active, this))->fill(menus->slice());
    (new FileWindows(m_state, *active, *m_session, this))
        ->fill(*findChild<QMenu*>(ViewActions::WindowMenu));
    (new LayoutActions(*this, *m_views, m_workplace.settings, this))
        ->fill(*view.addMenu(tr("&Layout")), menus->toolBar());
    auto* exporting = new ExportDesk({*this, m_workplace, *m_session, m_state, *m_reading, *m_edit,
                                      *m_keyImages, m_panels->studies(), *m_status, *statusBar()},
                                     this);
    exporting->fillMenu(menus->exports());
    connect(exporting, &ExportDesk::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    makeHanging(view);
    m_measures->fillMenus(menus->edit(), menus->measure(), menus->toolBar());
    view.addSeparator();
    menus->toolBar().addSeparator();
    menus->toolBar().addWidget(new WindowLevelBox(m_state, *active, this));
    menus->toolBar().addSeparator();
    QMenu* panels = view.addMenu(tr("&Panels"));
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        panels->addAction(dock->toggleViewAction());
        dock->toggleViewAction()->setObjectName(QStringLiteral("show_") + dock->objectName());
    }
    (new KeyImageActions(*m_keyImages, *m_views, m_state, *m_session, this))
        ->fill(menus->study(), menus->toolBar(), *centralWidget());
    m_reading->fillMenu(menus->study());
    auto* segmenting =
        new SegmentDesk({*this, m_workplace.archive, m_workplace.catalog, *m_session, m_state,
                         *m_status, m_workplace.settings, m_workplace.dialogs},
                        this);
    auto* arriving = new NewStudiesDesk({m_workplace.archive, m_workplace.model,
                                         m_workplace.catalog, *m_session, m_workplace.settings},
                                        *statusBar(), *this);
    arriving->fillMenu(segmenting->fillMenu(menus->study()));
    connect(arriving, &NewStudiesDesk::segmented, this, &MainWindow::openSegmentation);
    connect(arriving, &NewStudiesDesk::stored, &m_panels->studies(), &StudyPanel::refresh);
    connect(arriving, &NewStudiesDesk::failed, this,
            [this](const QString& why) { findChild<ReadingArea*>()->tell({why}); });
    connect(segmenting, &SegmentDesk::segmented, this, &MainWindow::openSegmentation);
    connect(segmenting, &SegmentDesk::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(segmenting, &SegmentDesk::failed, this,
            [this](const Error& error) { showError(tr("Segmentation"), error); });
    auto* pictures = new ExportActions(
        {*this, *m_views, *m_session, m_workplace.tasks, m_workplace.settings, m_workplace.dialogs},
        this);
    pictures->fill(menus->study(), menus->toolBar());
    connect(pictures, &ExportActions::left, this, [this](std::int64_t study) {
        m_dialogs->audit().note(AuditAction::Exported, study, "picture");
    });
    connect(m_reading.get(), &FindingsDesk::reportLeft, this, [this](std::int64_t study) {
        m_dialogs->audit().note(AuditAction::Exported, study, "report draft");
    });
    connect(pictures, &ExportActions::done, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    auto* comparing = new CompareActions(*findChild<ReadingArea*>(), m_panels->studies(),
                                         *m_session, m_workplace.archive, this);
    comparing->fill(menus->study());
    connect(m_hanging, &HangingDesk::priorWanted, comparing, &CompareActions::comparePrior);
    connect(comparing, &CompareActions::done, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(comparing, &CompareActions::failed, this,
            [this](const Error& error) { showError(tr("Comparison"), error); });
    auto* commands = new CommandActions(*this, m_workplace.settings, this);
    commands->fill(menus->help(), menus->toolBar());
    commands->finish(menus->toolBar()); // Last: it looks at all the others.
}

void MainWindow::makeHanging(QMenu& view)
{
    m_hanging = new HangingDesk(
        {m_state, *m_session, *m_views, *m_comparison, *m_windows, m_workplace.archive,
         m_workplace.settings},
        HangingStore(ModelLibrary::resource("hanging"), m_workplace.settings.hangingFolder()),
        this);
    auto* actions = new HangingActions(*m_hanging, m_workplace.dialogs, *this, this);
    actions->fill(*view.addMenu(tr("&Hanging protocol")));
    connect(actions, &HangingActions::done, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    // What opening sets is nothing to undo.
    connect(m_hanging, &HangingDesk::hung, this, [this] { m_measures->restartHistory(); });
    auto* area = findChild<ReadingArea*>();
    const auto complain = [this, area] { area->tell(m_hanging->problems()); };
    complain();
    // Opening clears the notices; after the first series it is known.
    connect(m_session.get(), &StudySession::seriesShown, area, complain, Qt::SingleShotConnection);
}

void MainWindow::makeStatusBar()
{
    m_status = new StatusLine(*statusBar());
    m_unsaved = new ArchiveReport(*statusBar());
    m_unsaved->watch(m_measures->writes(), tr("Measurements"));
    m_unsaved->watch(m_keyImages->writes(), tr("Key images"));
    m_unsaved->watch(m_windows->writes(), tr("Window levels"));
    m_unsaved->watch(m_reading->writes(), tr("Findings"));
    m_unsaved->watch(m_panels->studies().writes(), tr("Tags and notes"));
    connect(m_views, &ViewGrid::hovered, m_status, &StatusLine::showProbe);
    connect(m_views, &ViewGrid::hoverLeft, m_status, &StatusLine::clearProbe);
}

void MainWindow::connectPanels()
{
    StudySession* session = m_session.get();
    connect(session, &StudySession::opening, this, [this] { setWindowTitle(tr("Fovea")); });
    connect(session, &StudySession::seriesShown, this, &MainWindow::showTitle);
    connect(session, &StudySession::labelsShown, &m_panels->studies(), &StudyPanel::refresh);
    connect(session, &StudySession::surfacesReady, m_views, &ViewGrid::setSurfaces);
    connect(m_reading.get(), &FindingsDesk::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(m_reading.get(), &FindingsDesk::failed, this,
            [this](const Error& error) { showError(tr("Findings"), error); });
    connect(&m_panels->anatomy(), &AnatomyPanel::anatomyChosen, session,
            &StudySession::goToAnatomy);
    connect(&m_panels->anatomy(), &AnatomyPanel::structureChosen, session,
            &StudySession::goToStructure);
    connect(&m_panels->studies(), &StudyPanel::seriesChosen, m_opener, &StudyOpener::openSeries);
    connect(m_opener, &StudyOpener::seriesWanted, m_hanging, &HangingDesk::prepare);
    connect(m_opener, &StudyOpener::archiveChanged, &m_panels->studies(), &StudyPanel::refresh);
    connect(m_opener, &StudyOpener::archiveChanged, findChild<NewStudiesDesk*>(),
            &NewStudiesDesk::archiveChanged);
    connect(&m_panels->studies(), &StudyPanel::failed, this,
            [this](const Error& error) { showError(tr("Archive"), error); });
    connect(findChild<ReadingArea*>(), &ReadingArea::openRequested, m_opener,
            &StudyOpener::openSeries);
    connect(m_comparison, &SeriesComparison::opening, m_status,
            [this] { m_status->showBusy(tr("Opening…"), false); });
    connect(m_comparison, &SeriesComparison::opened, m_status, &StatusLine::showIdle);
    connect(m_comparison, &SeriesComparison::opened, this, [this] {
        m_dialogs->audit().note(AuditAction::Opened, m_comparison->series()->study.id,
                                "window, comparison");
    });
    connect(m_comparison, &SeriesComparison::failed, this, [this](const Error& error) {
        m_status->showIdle();
        showError(tr("Comparison"), error);
    });
    m_reading->regions().setStatus(*m_status);
    m_volume->tell({m_panels->anatomy(), m_panels->findings(), *m_status});
    m_presenter = std::make_unique<StudyPresenter>(
        *session, m_workplace.model,
        StudyPresenter::Panels{m_panels->anatomy(), m_panels->findings(), *m_status});
    auto* asking = new AskDesk(m_panels->ask(), *session, m_workplace.model, m_workplace.archive,
                               m_workplace.catalog, this);
    connect(asking, &AskDesk::seriesWanted, m_opener, &StudyOpener::openSeries);
    SavedSearchDesk* saved = &asking->saved();
    m_unsaved->watch(saved->writes(), tr("Saved searches"));
    connect(saved, &SavedSearchDesk::marksChanged, &m_panels->studies(), &StudyPanel::refresh);
    connect(saved, &SavedSearchDesk::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(&m_panels->studies(), &StudyPanel::clearMarksRequested, saved,
            &SavedSearchDesk::lookedAt);
    m_site = new SiteFindingsDesk(
        {m_panels->ask(), *m_reading, *session, m_workplace.model, m_workplace.archive}, this);
    m_unsaved->watch(m_site->findings().writes(), tr("Own findings"));
    m_unsaved->watch(m_site->catalog().writes(), tr("Catalog"));
    m_dialogs = new MainDialogs({m_workplace, *m_site, *m_unsaved, *m_session,
                                 [this](std::int64_t series) { m_opener->openSeries(series); }},
                                *this);
    auto* again = new ReanalysisDesk(
        {m_workplace.archive, m_workplace.model, m_workplace.catalog, m_workplace.dialogs},
        *statusBar(), *this);
    connect(m_dialogs, &MainDialogs::modelUsed, again, &ReanalysisDesk::modelChosen);
    connect(again, &ReanalysisDesk::done, this, [this](int series, int failed) {
        statusBar()->showMessage(failed > 0
                                     ? tr("Archive analyzed; series that could not be: %1 of %2.")
                                           .arg(failed)
                                           .arg(series)
                                     : tr("The whole archive is analyzed by the model in use."),
                                 MessageMs);
    });
    connect(m_site, &SiteFindingsDesk::told, this,
            [this](const QString& what) { statusBar()->showMessage(what, MessageMs); });
    connect(m_site, &SiteFindingsDesk::failed, this,
            [this](const Error& error) { showError(tr("Catalog"), error); });
    connect(m_reading.get(), &FindingsDesk::textAsked, asking, &AskDesk::askAbout);
    connect(&m_panels->findings(), &FindingsPanel::likeRequested, asking, &AskDesk::askLikeOpen);
    connect(&m_panels->anatomy(), &AnatomyPanel::likeRequested, asking, &AskDesk::askLikeOpen);
    connect(m_presenter.get(), &StudyPresenter::failed, this,
            [this](const Error& error) { showError(tr("Study"), error); });
    connect(m_presenter.get(), &StudyPresenter::modelFailed, this,
            [this](const Error& error) { showError(tr("Model"), error); });
}

void MainWindow::connectTools()
{
    connect(m_measures.get(), &MeasureDesk::visited, m_views, &ViewGrid::reveal);
    // One tool has the mouse: choosing one ends the other.
    m_measureToolChosen = m_measures->state().tool.observe([this](const auto& tool) {
        if (tool)
            m_edit->endTool();
    });
    connect(m_edit.get(), &EditDesk::toolTaken, this,
            [this] { m_measures->state().tool.set(std::nullopt); });
    EditSession* edit = &m_edit->session();
    connect(edit, &EditSession::changed, this, [this, edit] {
        m_panels->findings().setCorrected(edit->isModified());
        m_reading->regions().setCorrected(edit->isModified());
    });
}

void MainWindow::showError(const QString& title, const Error& error)
{
    m_workplace.dialogs.showError(this, title, errorText(error), errorDetails(error));
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
    m_panels->studies().setOpenSeries(series.series.id);
}

void MainWindow::importFolder(const std::filesystem::path& folder)
{
    m_opener->importItems({folder});
}

void MainWindow::openSegmentation(const std::filesystem::path& path)
{
    m_opener->openSegmentation(path);
}

void MainWindow::openSeries(qint64 seriesId)
{
    m_opener->openSeries(seriesId);
}

void MainWindow::openSampleStudy()
{
    m_opener->openSample();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_unsaved->mayClose(m_workplace.dialogs, this) || !m_edit->mayLeave(this) ||
        !m_dialogs->mayClose())
    {
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
    if (m_opener->openDropped(*event->mimeData()))
        event->acceptProposedAction();
}

} // namespace fovea

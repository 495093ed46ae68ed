#include "app/segment/SegmentDesk.h"

#include "app/Dialogs.h"
#include "app/ModelLibrary.h"
#include "app/Settings.h"
#include "app/StatusLine.h"
#include "app/segment/analyzedAnatomies.h"
#include "app/study/StudySession.h"
#include "app/work/segmentationModels.h"
#include "viewer/ViewState.h"

#include <QAction>
#include <QMenu>

#include <cmath>
#include <set>
#include <utility>

namespace fovea {

namespace {

QString nameOf(const std::filesystem::path& folder)
{
    return QString::fromStdString(
        (folder.has_filename() ? folder : folder.parent_path()).filename().string());
}

} // namespace

SegmentDesk::SegmentDesk(const Places& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
{
    StudySession* session = &m_places.session;
    connect(session, &StudySession::opening, this, &SegmentDesk::updateActions);
    connect(session, &StudySession::seriesShown, this, &SegmentDesk::updateActions);
    connect(session, &StudySession::labelsShown, this, &SegmentDesk::hideBody);
    connect(&m_places.status, &StatusLine::cancelRequested, this, [this] {
        if (m_running && m_places.status.isShowing(m_shown))
            m_task.cancel();
    });
}

QMenu& SegmentDesk::fillMenu(QMenu& study)
{
    study.addSeparator();
    m_menu = study.addMenu(tr("Se&gment"));
    const auto add = [&](const char* objectName, auto run) {
        QAction* action = m_menu->addAction(QString());
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_chest =
        add("segmentChest", [this] { start({SegmenterChoice::Kind::Chest, "chest", {}, {}, {}}); });
    m_chest->setText(tr("&Lungs, airways and body (no network)"));
    m_again = add("segmentNetworkAgain",
                  [this] { segmentWithNetwork(m_places.settings.segmenterFolder()); });
    m_network = add("segmentNetwork", [this] { askForNetwork(); });
    m_network->setText(tr("With an &nnU-Net folder…"));
    connect(m_menu, &QMenu::aboutToShow, this, &SegmentDesk::offerChoices);
    offerChoices();
    return *m_menu;
}

void SegmentDesk::offerChoices()
{
    for (const auto& [id, action] : m_offered)
        action->setVisible(false); // Kept: the list of commands may know it.
    for (const SegmenterChoice& choice :
         segmenterChoices(m_places.settings.modelsFolder(), m_places.settings.externalSegmenter(),
                          analyzedAnatomies(m_places.settings)))
    {
        if (choice.kind != SegmenterChoice::Kind::Chest)
            offer(choice);
    }
    updateActions();
}

void SegmentDesk::offer(const SegmenterChoice& choice)
{
    QAction*& action = m_offered["segmentWith_" + choice.id];
    if (!action) {
        action = new QAction(m_menu);
        action->setObjectName(QString::fromStdString("segmentWith_" + choice.id));
        m_menu->insertAction(m_again, action);
    }
    action->disconnect(this);
    connect(action, &QAction::triggered, this, [this, choice] { start(choice); });
    action->setText(
        tr("With %1").arg(segmenterName(choice).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    action->setVisible(true);
}

void SegmentDesk::updateActions()
{
    const std::filesystem::path folder = m_places.settings.segmenterFolder();
    const bool ready = m_places.session.series().has_value() && !m_running;
    m_chest->setEnabled(ready);
    m_network->setEnabled(ready);
    std::error_code ignored;
    const bool known = !folder.empty() && std::filesystem::is_directory(folder, ignored);
    m_again->setText(
        tr("&With “%1”").arg(nameOf(folder).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    const auto offered = m_offered.find("segmentWith_" + networkChoice(folder).id);
    const bool imported =
        offered != m_offered.end() && offered->second->isVisible() &&
        folder.parent_path() == segmentersFolder(m_places.settings.modelsFolder());
    m_again->setVisible(known && !imported);
    m_again->setEnabled(known && !imported && ready);
    for (const auto& [id, action] : m_offered)
        action->setEnabled(ready && action->isVisible());
}

void SegmentDesk::askForNetwork()
{
    const std::filesystem::path last = m_places.settings.segmenterFolder();
    const auto folder = m_places.dialogs.askFolder(
        &m_places.window, tr("nnU-Net folder, as it is downloaded and unpacked"),
        last.empty() ? m_places.settings.lastFolder() : QString::fromStdString(last.string()));
    if (folder)
        segmentWithNetwork(folder->toStdString());
}

void SegmentDesk::segmentWithNetwork(const std::filesystem::path& folder)
{
    start(networkChoice(folder));
    m_places.settings.setSegmenterFolder(folder);
    updateActions();
}

void SegmentDesk::start(const SegmenterChoice& choice)
{
    if (m_running || !m_places.session.series())
        return;
    m_running = true;
    m_timeLeft = {};
    m_shown.clear();
    updateActions();
    showProgress(0.0);
    m_task = m_places.archive.run<LabelMapRecord>(
        this,
        [series = *m_places.session.series(), choice, library = ModelLibrary::installedLibrary(),
         &catalog = m_places.catalog](StudyDatabase& database,
                                      const Progress& progress) -> Result<LabelMapRecord> {
            const auto segmenter = makeSegmenter(choice, library, catalog, progress);
            if (!segmenter)
                return segmenter.error();
            return segmentSeries(database, series, *segmenter, catalog, progress);
        },
        [this, seriesId = m_places.session.series()->series.id](Result<LabelMapRecord> record) {
            finish(seriesId, record);
        },
        [this](double fraction) { showProgress(fraction); },
        choice.kind == SegmenterChoice::Kind::Network ? TaskRunner::Pool::Inference
                                                      : TaskRunner::Pool::Io);
}

void SegmentDesk::showProgress(double fraction)
{
    StatusLine& status = m_places.status;
    if (status.isBusy() && !status.isShowing(m_shown))
        return; // Something else has the line for a while.
    const auto seconds = m_timeLeft.at(fraction);
    QString text = tr("Segmenting…");
    if (seconds && *seconds >= 90)
        text = tr("Segmenting, %1 min left").arg(std::lround(*seconds / 60));
    else if (seconds)
        text = tr("Segmenting, %1 s left").arg(std::lround(*seconds));
    if (text != m_shown || !status.isBusy())
        status.showBusy(text, true);
    m_shown = text;
    status.setProgress(fraction);
}

void SegmentDesk::finish(std::int64_t seriesId, const Result<LabelMapRecord>& record)
{
    m_running = false;
    if (m_places.status.isShowing(m_shown))
        m_places.status.showIdle();
    updateActions();
    if (!record) {
        if (record.error().code == ErrorCode::Cancelled)
            Q_EMIT told(tr("The segmentation was stopped."));
        else
            Q_EMIT failed(record.error());
        return;
    }
    const auto& open = m_places.session.series();
    if (open && open->series.id == seriesId)
        Q_EMIT segmented(record->path);
    else
        Q_EMIT told(tr("The segmentation of the other series is in the archive."));
}

void SegmentDesk::hideBody()
{
    const auto& shown = m_places.session.labelMap();
    if (!shown || shown->labels->structures().size() < 2)
        return;
    std::set<std::uint16_t> hidden = m_places.state.hiddenLabels.get();
    for (const Structure& structure : shown->labels->structures()) {
        if (structure.name == "body")
            hidden.insert(structure.label);
    }
    m_places.state.hiddenLabels.set(std::move(hidden));
}

} // namespace fovea

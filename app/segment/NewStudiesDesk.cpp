#include "app/segment/NewStudiesDesk.h"

#include "app/ModelLibrary.h"
#include "app/Settings.h"
#include "app/segment/analyzedAnatomies.h"
#include "app/study/StudySession.h"
#include "app/text/errorText.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace fovea {

NewStudiesDesk::NewStudiesDesk(Parts parts, QStatusBar& bar, QWidget& window)
    : QObject(&window)
    , m_parts(parts)
    , m_scope(std::make_unique<QObject>())
    , m_label(new QLabel(&bar))
    , m_stop(new QToolButton(&bar))
{
    m_label->setObjectName(QStringLiteral("segmentingNew"));
    m_label->setTextFormat(Qt::PlainText);
    m_stop->setObjectName(QStringLiteral("stopSegmentingNew"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop segmenting new studies until the next one arrives"));
    bar.addPermanentWidget(m_label);
    bar.addPermanentWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &NewStudiesDesk::stop);
    // An analysis belongs to one model, and loading must not wait for a series.
    connect(&m_parts.model, &ModelService::loading, this, &NewStudiesDesk::stop);
    connect(&m_parts.model, &ModelService::ready, this, &NewStudiesDesk::archiveChanged);
    showProgress();
    archiveChanged();
}

void NewStudiesDesk::fillMenu(QMenu& segment)
{
    m_menu = segment.addMenu(tr("New &studies by themselves"));
    m_choices = new QActionGroup(this);
    connect(m_menu, &QMenu::aboutToShow, this, &NewStudiesDesk::offerChoices);
    offerChoices();
}

void NewStudiesDesk::offerChoices()
{
    const auto offer = [this](const std::string& id, const QString& text) {
        const QString name =
            QString::fromStdString("segmentNew_" + (id.empty() ? std::string("off") : id));
        auto* action = m_menu->findChild<QAction*>(name, Qt::FindDirectChildrenOnly);
        if (!action) {
            action = m_menu->addAction(QString());
            action->setObjectName(name);
            action->setCheckable(true);
            m_choices->addAction(action);
            connect(action, &QAction::triggered, this, [this, id] { choose(id); });
        }
        action->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setVisible(true);
        action->setChecked(m_wish.segmenter == id);
    };
    for (QAction* action : m_choices->actions())
        action->setVisible(false); // Kept: the list of commands may know it.
    offer({}, tr("Leave them as they are"));
    for (const SegmenterChoice& choice :
         segmenterChoices(m_parts.settings.modelsFolder(), m_parts.settings.externalSegmenter(),
                          analyzedAnatomies(m_parts.settings)))
        offer(choice.id, tr("With %1").arg(segmenterName(choice)));
}

void NewStudiesDesk::choose(const std::string& segmenter)
{
    stop();
    m_parts.archive.run<NewSeriesWish>(
        this,
        [segmenter](StudyDatabase& database, const Progress&) -> Result<NewSeriesWish> {
            auto wish = wishFromNow(database, segmenter);
            if (!wish)
                return wish.error();
            if (Status written = writeNewSeriesWish(database.folder(), *wish); !written)
                return written.error();
            return wish;
        },
        [this](Result<NewSeriesWish> wish) {
            if (wish)
                m_wish = std::move(*wish);
            else
                Q_EMIT failed(errorText(wish.error()));
            offerChoices();
        },
        {}, TaskRunner::Pool::Save);
}

void NewStudiesDesk::archiveChanged()
{
    m_changed = m_working;
    if (m_working)
        return;
    struct Found {
        NewSeriesWish wish;
        std::vector<std::int64_t> series;
    };
    // Behind what was chosen and what failed, which are written by the same thread.
    m_parts.archive.run<Found>(
        m_scope.get(),
        [](StudyDatabase& database, const Progress&) -> Result<Found> {
            const auto wish = readNewSeriesWish(database.folder());
            if (!wish)
                return wish.error();
            auto series = newSeries(database, *wish);
            if (!series)
                return series.error();
            return Found{*wish, std::move(*series)};
        },
        [this](Result<Found> found) {
            if (!found)
                return; // Whoever works with the archive says what is wrong with it.
            m_wish = std::move(found->wish);
            if (m_menu)
                offerChoices();
            if (!m_working)
                begin(std::move(found->series));
        },
        {}, TaskRunner::Pool::Save);
}

void NewStudiesDesk::begin(std::vector<std::int64_t> series)
{
    m_queue.assign(series.begin(), series.end());
    m_total = series.size();
    next();
}

void NewStudiesDesk::next()
{
    if (m_queue.empty()) {
        m_working = false;
        showProgress();
        if (std::exchange(m_changed, false))
            archiveChanged();
        return;
    }
    const auto choices =
        segmenterChoices(m_parts.settings.modelsFolder(), m_parts.settings.externalSegmenter(),
                         analyzedAnatomies(m_parts.settings));
    const auto wanted = std::ranges::find(choices, m_wish.segmenter, &SegmenterChoice::id);
    if (wanted == choices.end()) {
        m_queue.clear();
        m_working = false;
        showProgress();
        Q_EMIT failed(tr("New studies are not segmented: what they were to be segmented with is "
                         "not there any more. Choose again: Study > Segment."));
        return;
    }
    m_working = true;
    const std::int64_t series = m_queue.front();
    m_queue.pop_front();
    showProgress();
    segment(series, *wanted);
}

void NewStudiesDesk::segment(std::int64_t seriesId, const SegmenterChoice& choice)
{
    m_task = m_parts.archive.run<Made>(
        m_scope.get(),
        [seriesId, choice, library = ModelLibrary::installedLibrary(), &catalog = m_parts.catalog](
            StudyDatabase& database, const Progress& progress) -> Result<Made> {
            const auto series = loadSeries(database, seriesId, progress.part(0.0, 0.1));
            if (!series)
                return series.error();
            const auto segmenter = makeSegmenter(choice, library, catalog, progress);
            if (!segmenter)
                return segmenter.error();
            const auto record =
                segmentSeries(database, *series, *segmenter, catalog, progress.part(0.1, 0.95));
            if (!record)
                return record.error();
            const auto labels = loadLabelMap(*series, *record, catalog, progress.part(0.95, 1.0));
            if (!labels)
                return labels.error();
            return Made{*record, series->volume, labels->labels,
                        QString::fromStdString(series->series.description)};
        },
        [this, seriesId](Result<Made> made) {
            if (!made) {
                seriesFailed(seriesId, made.error());
                return;
            }
            Q_EMIT stored();
            const auto& open = m_parts.session.series();
            if (open && open->series.id == seriesId && !m_parts.session.labelMap()) {
                Q_EMIT segmented(made->record.path); // Its analysis follows by itself.
                next();
            } else {
                analyze(seriesId, *made);
            }
        },
        {},
        choice.kind == SegmenterChoice::Kind::Network ? TaskRunner::Pool::Inference
                                                      : TaskRunner::Pool::Io);
}

void NewStudiesDesk::analyze(std::int64_t seriesId, const Made& made)
{
    if (!m_parts.model.info()) {
        next(); // It is analysed when it is opened.
        return;
    }
    m_task = m_parts.model.analyze(
        m_scope.get(), made.volume, made.labels,
        [this, seriesId, labelMapId = made.record.id](Result<StudyAnalysis> analysis) {
            if (!analysis) {
                // A scan without any of the model's anatomies is segmented all the same.
                if (analysis.error().code == ErrorCode::NoRegion)
                    next();
                else
                    seriesFailed(seriesId, analysis.error());
                return;
            }
            m_parts.archive.run<Done>(
                m_scope.get(),
                [seriesId, labelMapId, made = std::move(*analysis)](StudyDatabase& database,
                                                                    const Progress&) {
                    return database.saveAnalysis(seriesId, labelMapId, made);
                },
                [this, seriesId](const Result<Done>& saved) {
                    if (!saved) {
                        seriesFailed(seriesId, saved.error());
                        return;
                    }
                    Q_EMIT stored();
                    next();
                });
        },
        {});
}

void NewStudiesDesk::seriesFailed(std::int64_t seriesId, const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        stop();
        return;
    }
    m_wish.failed.insert(seriesId);
    m_parts.archive.run<Done>(
        this,
        [wish = m_wish](StudyDatabase& database, const Progress&) {
            return writeNewSeriesWish(database.folder(), wish);
        },
        [](const Result<Done>&) {}, {}, TaskRunner::Pool::Save);
    Q_EMIT failed(tr("A new study was not segmented and analyzed by itself: %1 It is not tried "
                     "again; segment it in the Study menu.")
                      .arg(errorText(error)));
    next();
}

void NewStudiesDesk::stop()
{
    m_task.cancel();
    m_scope = std::make_unique<QObject>();
    m_queue.clear();
    m_working = false;
    m_changed = false;
    showProgress();
}

void NewStudiesDesk::showProgress()
{
    m_label->setVisible(m_working);
    m_stop->setVisible(m_working);
    if (m_working)
        m_label->setText(tr("New studies: segmenting series %1 of %2")
                             .arg(m_total - m_queue.size())
                             .arg(m_total));
}

} // namespace fovea

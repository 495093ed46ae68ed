#include "app/study/ReanalysisDesk.h"

#include "app/text/durationText.h"
#include "app/work/studyWork.h"

#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <utility>

namespace fovea {

namespace {

/// What a model needs of a series.
struct Images {
    VolumePtr volume;
    LabelMapPtr labels;
};

Result<Images> imagesOf(const StudyDatabase& database, const StaleSeries& series,
                        const AnatomyCatalog& catalog, const Progress& progress)
{
    auto loaded = loadSeries(database, series.seriesId, progress.part(0, 0.6));
    if (!loaded)
        return loaded.error();
    const auto record = database.labelMap(series.labelMapId);
    if (!record)
        return record.error();
    auto labels = loadLabelMap(*loaded, *record, catalog, progress.part(0.6, 1));
    if (!labels)
        return labels.error();
    return Images{std::move(loaded->volume), std::move(labels->labels)};
}

} // namespace

ReanalysisDesk::ReanalysisDesk(Parts parts, QStatusBar& bar, QWidget& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_scope(std::make_unique<QObject>())
    , m_label(new QLabel(&bar))
    , m_stop(new QToolButton(&bar))
{
    m_label->setObjectName(QStringLiteral("reanalysis"));
    m_label->setTextFormat(Qt::PlainText);
    m_stop->setObjectName(QStringLiteral("stopReanalysis"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop analyzing the archive with the model in use"));
    bar.addPermanentWidget(m_label);
    bar.addPermanentWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        forgetWish();
        stop();
    });
    // Loading must not wait for a series, and analyses belong to one model.
    connect(&m_parts.model, &ModelService::loading, this, &ReanalysisDesk::stop);
    connect(&m_parts.model, &ModelService::ready, this, &ReanalysisDesk::modelReady);
    connect(&m_parts.model, &ModelService::failed, this, &ReanalysisDesk::modelReady);
    showProgress();
    modelReady();
}

void ReanalysisDesk::modelChosen()
{
    look(true);
}

/// Goes on with what was agreed to before.
void ReanalysisDesk::modelReady()
{
    if (!m_parts.model.info() || isRunning())
        return;
    m_parts.archive.run<std::string>(
        this,
        [](StudyDatabase& database, const Progress&) { return reanalysisModel(database.folder()); },
        [this](Result<std::string> wanted) {
            if (wanted && m_parts.model.info() && *wanted == m_parts.model.info()->fingerprint)
                look(false);
        });
}

void ReanalysisDesk::look(bool asks)
{
    if (!m_parts.model.info())
        return;
    stop();
    m_parts.archive.run<StaleAnalyses>(
        this,
        [fingerprint = m_parts.model.info()->fingerprint](StudyDatabase& database,
                                                          const Progress&) {
            return staleAnalyses(database, fingerprint);
        },
        [this, asks, round = m_round](Result<StaleAnalyses> stale) {
            if (!stale || round != m_round)
                return;
            if (stale->series.empty())
                forgetWish();
            // Another model may be taken into use while the question stands.
            else if ((!asks || agreed(*stale)) && round == m_round)
                begin(*std::move(stale));
        });
}

bool ReanalysisDesk::agreed(const StaleAnalyses& stale) const
{
    const double seconds = stale.secondsEach * static_cast<double>(stale.series.size());
    const QString studies =
        tr("%n studies of the archive were analyzed by another model.", nullptr, stale.studies);
    const QString time =
        seconds > 0 ? tr("That takes about %1, and reading goes on.").arg(durationText(seconds))
                    : tr("Reading goes on meanwhile.");
    return m_parts.dialogs.confirm(
        &m_window, tr("Analyze the archive"),
        studies + QLatin1Char(' ') +
            tr("Searches and percentiles find them only once this one has analyzed them too: "
               "answers of two models are never mixed.") +
            QStringLiteral("\n\n") + time,
        tr("Analyze now"));
}

void ReanalysisDesk::begin(StaleAnalyses stale)
{
    m_stale = std::move(stale);
    m_next = 0;
    m_failed = 0;
    m_parts.archive.run<Done>(
        this,
        [fingerprint = m_parts.model.info()->fingerprint](StudyDatabase& database,
                                                          const Progress&) {
            return setReanalysisModel(database.folder(), fingerprint);
        },
        [](const Result<Done>&) {}, {}, TaskRunner::Pool::Save);
    next();
}

void ReanalysisDesk::next()
{
    showProgress();
    if (!isRunning()) {
        forgetWish();
        Q_EMIT done(int(m_stale.series.size()), m_failed);
        return;
    }
    const StaleSeries series = m_stale.series[m_next];
    m_task = m_parts.archive.run<Images>(
        m_scope.get(),
        [series, &catalog = m_parts.catalog](StudyDatabase& database, const Progress& progress) {
            return imagesOf(database, series, catalog, progress);
        },
        [this, series](Result<Images> images) {
            if (!images) {
                seriesDone(false);
                return;
            }
            m_task = m_parts.model.analyze(m_scope.get(), images->volume, images->labels,
                                           [this, series](Result<StudyAnalysis> analysis) {
                                               save(series, std::move(analysis));
                                           },
                                           {});
        });
}

void ReanalysisDesk::save(const StaleSeries& series, Result<StudyAnalysis> analysis)
{
    if (!analysis) {
        seriesDone(false);
        return;
    }
    m_parts.archive.run<Done>(
        m_scope.get(),
        [series, made = *std::move(analysis)](StudyDatabase& database, const Progress&) {
            return database.saveAnalysis(series.seriesId, series.labelMapId, made);
        },
        [this](Result<Done> saved) { seriesDone(saved.ok()); });
}

void ReanalysisDesk::seriesDone(bool well)
{
    m_failed += well ? 0 : 1;
    ++m_next;
    next();
}

void ReanalysisDesk::stop()
{
    ++m_round;
    m_task.cancel();
    m_scope = std::make_unique<QObject>();
    m_stale = {};
    m_next = 0;
    showProgress();
}

void ReanalysisDesk::forgetWish()
{
    m_parts.archive.run<Done>(
        this,
        [](StudyDatabase& database, const Progress&) {
            return setReanalysisModel(database.folder(), {});
        },
        [](const Result<Done>&) {}, {}, TaskRunner::Pool::Save);
}

void ReanalysisDesk::showProgress()
{
    m_label->setVisible(isRunning());
    m_stop->setVisible(isRunning());
    if (isRunning())
        m_label->setText(tr("Archive: series %1 of %2 by the model in use")
                             .arg(m_next + 1)
                             .arg(m_stale.series.size()));
}

} // namespace fovea

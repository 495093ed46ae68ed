#include "app/study/StudySession.h"

#include "model/domain/representativeVoxel.h"

#include <utility>

namespace fovea {

StudySession::StudySession(const Archive& archive, ModelService& model, ViewState& state,
                           const AnatomyCatalog& catalog, QObject* parent)
    : QObject(parent)
    , m_archive(archive)
    , m_model(model)
    , m_state(state)
    , m_catalog(catalog)
    , m_scope(std::make_unique<QObject>())
{
    connect(&m_model, &ModelService::loading, this, &StudySession::giveWayToModel);
    connect(&m_model, &ModelService::failed, this, [this] {
        if (std::exchange(m_stoppedForModel, false))
            findAnalysis(); // The model in use stays in use.
    });
    connect(&m_model, &ModelService::ready, this, [this] {
        m_stoppedForModel = false;
        m_analysis.reset();
        findAnalysis();
    });
}

StudySession::~StudySession() = default;

void StudySession::open(qint64 seriesId)
{
    m_scope = std::make_unique<QObject>();
    m_series.reset();
    m_labels.reset();
    m_labelsMissing = false;
    m_stored.reset();
    m_surfaces.reset();
    m_staleSurfaces.clear();
    m_analysis.reset();
    m_analyzing = false;
    m_state.show(nullptr);
    Q_EMIT opening();
    m_archive.run<VolumePtr>(
        m_scope.get(),
        [seriesId](StudyDatabase& database, const Progress& progress) {
            return loadPreview(database, seriesId, progress);
        },
        [this, seriesId](Result<VolumePtr> slice) {
            // What keeps a slice from being read is said when the whole series fails of it.
            if (slice && *slice)
                m_state.show(*slice);
            readWhole(seriesId);
        });
}

void StudySession::readWhole(qint64 seriesId)
{
    m_archive.run<LoadedSeries>(
        m_scope.get(),
        [seriesId](StudyDatabase& database, const Progress& progress) {
            return loadSeries(database, seriesId, progress);
        },
        [this](Result<LoadedSeries> series) {
            if (series)
                showSeries(std::move(*series));
            else
                Q_EMIT failed(Step::Open, series.error());
        },
        [this](double fraction) { Q_EMIT openProgressed(fraction); });
}

void StudySession::showSeries(LoadedSeries series)
{
    m_series = std::move(series);
    m_state.show(m_series->volume);
    Q_EMIT seriesShown();
    loadLabels();
}

void StudySession::loadLabels()
{
    using Loaded = std::optional<LoadedLabelMap>;
    m_archive.run<Loaded>(
        m_scope.get(),
        [series = *m_series, &catalog = m_catalog](StudyDatabase& database,
                                                   const Progress& progress) -> Result<Loaded> {
            const auto record = newestLabelMap(database, series.series.id);
            if (!record)
                return record.error();
            if (!*record)
                return Loaded();
            auto labels = loadLabelMap(series, **record, catalog, progress);
            if (!labels)
                return labels.error();
            return Loaded(std::move(*labels));
        },
        [this](Result<Loaded> labels) {
            if (!labels)
                Q_EMIT failed(Step::Labels, labels.error());
            else if (*labels)
                showLabels(std::move(**labels));
            else if (m_labelsMissing = !m_labels; m_labelsMissing)
                Q_EMIT labelsMissing();
        });
}

void StudySession::beginLabels()
{
    if (!std::exchange(m_labelsMissing, false))
        return;
    m_archive.tasks().run<LabelMapPtr>(
        TaskRunner::Pool::Io, m_scope.get(),
        [geometry = m_series->volume->geometry()](const Progress&) -> Result<LabelMapPtr> {
            return LabelMap::createMeasured(geometry,
                                            std::vector<std::uint16_t>(geometry.voxelCount()), {});
        },
        [this](Result<LabelMapPtr> map) {
            if (!map) {
                Q_EMIT failed(Step::Labels, map.error());
            } else if (!m_labels) {
                LoadedLabelMap empty;
                empty.record.seriesId = m_series->series.id;
                empty.labels = std::move(*map);
                showLabels(std::move(empty));
            }
        });
}

void StudySession::attachLabels(const std::filesystem::path& path)
{
    if (!m_series)
        return;
    m_archive.run<LoadedLabelMap>(
        m_scope.get(),
        [series = *m_series, path, &catalog = m_catalog](StudyDatabase& database,
                                                         const Progress& progress) {
            return attachAndLoadLabelMap(database, series, path, catalog, progress);
        },
        [this](Result<LoadedLabelMap> labels) {
            if (labels)
                showLabels(std::move(*labels));
            else
                Q_EMIT failed(Step::Labels, labels.error());
        });
}

void StudySession::showLabels(LoadedLabelMap labels)
{
    cancelAnalysis();
    m_labels = std::move(labels);
    m_labelsMissing = false;
    m_stored = m_labels->labels;
    m_surfaces.reset();
    m_staleSurfaces.clear();
    m_analysis.reset();
    m_state.labels.set(m_labels->labels);
    m_state.abnormality.set({});
    m_state.abnormalAnatomies.set({});
    Q_EMIT labelsShown();
    buildSurfacesOf(m_labels->labels);
    findAnalysis();
}

void StudySession::showEdited(LabelMapPtr map, std::vector<StructureMeasure> measures,
                              const std::set<std::uint16_t>& changed)
{
    if (!m_labels)
        return;
    m_labels->labels = std::move(map);
    m_labels->measures = std::move(measures);
    // The network said nothing of what a reader drew.
    std::erase_if(m_labels->confidence,
                  [&](const StructureConfidence& one) { return changed.contains(one.label); });
    m_state.labels.set(m_labels->labels);
    Q_EMIT labelsEdited();
    m_staleSurfaces.insert(changed.begin(), changed.end());
    buildSurfacesOf(m_labels->labels);
}

void StudySession::adoptSaved(LabelMapRecord record, LabelMapPtr saved)
{
    if (!m_labels)
        return;
    cancelAnalysis();
    m_labels->record = std::move(record);
    const LabelMapPtr before = std::exchange(m_stored, std::move(saved));
    auto analysis = std::exchange(m_analysis, std::nullopt);
    m_state.abnormality.set({});
    m_state.abnormalAnatomies.set({});
    const auto& model = m_model.info();
    if (analysis && model && analysis->modelFingerprint == model->fingerprint)
        runReanalysis(before, std::move(*analysis));
    else
        findAnalysis();
}

void StudySession::buildSurfacesOf(LabelMapPtr labels)
{
    m_surfaceTask.cancel();
    // Without surfaces of an earlier state there is nothing that the rest could be taken from.
    std::optional<std::set<std::uint16_t>> only;
    SurfaceOptions options;
    if (m_surfaces) {
        only = m_staleSurfaces;
        options.leastTriangleMm2 = m_surfaces->triangleMm2();
    }
    m_surfaceTask = m_archive.tasks().run<SurfaceSetPtr>(
        TaskRunner::Pool::Io, m_scope.get(),
        [labels, options, only](const Progress& progress) {
            return buildSurfaces(labels, options, progress, only);
        },
        [this, labels, only](Result<SurfaceSetPtr> surfaces) {
            if (!surfaces) {
                if (surfaces.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(Step::Surfaces, surfaces.error());
                return;
            }
            if (!m_labels || m_labels->labels != labels)
                return; // Newer labels ask for theirs.
            showSurfaces(only ? withRebuilt(m_surfaces, *surfaces, *only) : *surfaces);
            if (only && m_surfaces->triangleCount() > SurfaceOptions{}.mostTriangles) {
                m_surfaces.reset(); // The budget is to be shared again by all.
                buildSurfacesOf(labels);
            }
        });
}

void StudySession::showSurfaces(SurfaceSetPtr surfaces)
{
    m_staleSurfaces.clear();
    m_surfaces = std::move(surfaces);
    Q_EMIT surfacesReady(m_surfaces);
}

void StudySession::findAnalysis()
{
    if (!m_series || !m_labels || !m_model.info() || m_labels->record.id == 0)
        return; // An id of 0: begun by hand and not stored yet.
    using Stored = std::optional<StudyAnalysis>;
    m_archive.run<Stored>(
        m_scope.get(),
        [seriesId = m_series->series.id, labelMapId = m_labels->record.id,
         fingerprint = m_model.info()->fingerprint](StudyDatabase& database, const Progress&) {
            return database.analysis(seriesId, labelMapId, fingerprint);
        },
        [this, wanted = m_labels->record.id,
         fingerprint = m_model.info()->fingerprint](Result<Stored> stored) {
            const bool current = m_labels && m_labels->record.id == wanted && m_model.info() &&
                                 m_model.info()->fingerprint == fingerprint;
            if (!current)
                return; // Another segmentation or model came meanwhile and asks for itself.
            if (!stored)
                Q_EMIT failed(Step::Analyze, stored.error());
            else if (*stored)
                showAnalysis(std::move(**stored));
            else
                runAnalysis();
        });
}

void StudySession::analyzeAgain()
{
    if (!m_series || !m_labels || !m_model.info())
        return;
    if (m_labels->record.id == 0) {
        Q_EMIT failed(Step::Analyze, makeError(ErrorCode::NoRegion));
        return;
    }
    cancelAnalysis();
    runAnalysis();
}

void StudySession::cancelAnalysis()
{
    m_analysisTask.cancel();
}

void StudySession::giveWayToModel()
{
    m_stoppedForModel = m_stoppedForModel || m_analyzing;
    cancelAnalysis();
}

void StudySession::runAnalysis()
{
    m_analyzing = true;
    Q_EMIT analysisStarted();
    m_analysisTask = m_model.analyze(
        m_scope.get(), m_series->volume, m_stored,
        [this, labelMapId = m_labels->record.id](Result<StudyAnalysis> analysis) {
            finishAnalysis(labelMapId, std::move(analysis));
        },
        [this](double fraction) { Q_EMIT analysisProgressed(fraction); });
}

void StudySession::runReanalysis(const LabelMapPtr& before, StudyAnalysis stored)
{
    m_analyzing = true;
    Q_EMIT analysisStarted();
    m_analysisTask = m_model.reanalyze(
        m_scope.get(), m_series->volume, before, m_stored, std::move(stored),
        [this, labelMapId = m_labels->record.id](Result<StudyAnalysis> analysis) {
            finishAnalysis(labelMapId, std::move(analysis));
        },
        [this](double fraction) { Q_EMIT analysisProgressed(fraction); });
}

void StudySession::finishAnalysis(std::int64_t labelMapId, Result<StudyAnalysis> analysis)
{
    if (!m_labels || m_labels->record.id != labelMapId)
        return; // Of a segmentation that is no longer shown.
    m_analyzing = false;
    if (!analysis) {
        Q_EMIT failed(Step::Analyze, analysis.error());
        return;
    }
    showAnalysis(std::move(*analysis));
    saveAnalysis();
}

void StudySession::showAnalysis(StudyAnalysis analysis)
{
    m_analysis = std::move(analysis);
    Q_EMIT analysisShown();
}

void StudySession::saveAnalysis()
{
    ++m_saving;
    m_archive.run<Done>(
        this,
        [seriesId = m_series->series.id, labelMapId = m_labels->record.id,
         analysis = *m_analysis](StudyDatabase& database, const Progress&) {
            return database.saveAnalysis(seriesId, labelMapId, analysis);
        },
        [this](Result<Done> saved) {
            --m_saving;
            if (!saved)
                Q_EMIT failed(Step::Save, saved.error());
            Q_EMIT analysisSaved();
        });
}

bool StudySession::goToAnatomy(const QString& anatomyId)
{
    if (!m_labels)
        return false;
    const auto labels = m_labels->labels->labelsOf(anatomyId.toStdString());
    if (labels.empty())
        return false;
    goTo(labels);
    return true;
}

bool StudySession::goToStructure(int label)
{
    if (!m_labels || !m_labels->labels->structure(std::uint16_t(label)))
        return false;
    goTo({std::uint16_t(label)});
    return true;
}

void StudySession::goTo(const std::vector<std::uint16_t>& labels)
{
    const LabelMap& map = *m_labels->labels;
    if (const auto voxel = representativeVoxel(map, labels)) {
        m_state.cursorMm.set(map.geometry().indexToPatient(
            {double((*voxel)[0]), double((*voxel)[1]), double((*voxel)[2])}));
    }
}

} // namespace fovea

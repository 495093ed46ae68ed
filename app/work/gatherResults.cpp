#include "app/work/gatherResults.h"

#include "app/work/archiveReading.h"
#include "app/work/phantomWork.h"
#include "app/work/siteFindings.h"

#include <algorithm>
#include <tuple>

namespace fovea {

namespace {

/// As one reads: axial from the head, coronal from the front, sagittal from the right.
auto readingPlace(const KeyImageRecord& key)
{
    switch (key.plane) {
    case KeyImagePlane::Axial:
        return std::tuple(0, -key.positionMm[2]);
    case KeyImagePlane::Coronal:
        return std::tuple(1, key.positionMm[1]);
    case KeyImagePlane::Sagittal:
        break;
    }
    return std::tuple(2, key.positionMm[0]);
}

void addStructures(const LoadedLabelMap& labels, StudyResults& results)
{
    results.labelMap = labels.record;
    const auto& structures = labels.labels->structures();
    const auto checks = checkStructures(*labels.labels, labels.confidence);
    for (std::size_t s = 0; s < structures.size(); ++s)
        results.structures.push_back({structures[s], labels.measures[s], checks[s]});
}

Result<std::vector<AnatomyReading>> readHere(const StudyDatabase& database,
                                             const ResultsSource& source)
{
    ReadingContext context;
    context.calibratedOn = source.model ? source.model->calibratedOn : std::string();
    context.phantomStudy = isPhantomStudy(source.series.study);
    auto read =
        readInArchive(database, source.series.study.id, *source.analysis, std::move(context));
    if (!read)
        return read.error();
    const auto site = readSiteFindings(database.folder(), source.analysis->modelFingerprint);
    if (!site)
        return site.error();
    const SiteReading shown{*site, {}};
    read->reworded = shown.reworded();
    return readFindings(withSite(source.analysis->findings, shown), *read);
}

/// When the archive got the analysis; empty where it has none.
Result<std::string> analysedAt(const StudyDatabase& database, std::int64_t seriesId,
                               std::int64_t labelMapId, const std::string& fingerprint)
{
    const auto analyses = database.analysesOf(seriesId);
    if (!analyses)
        return analyses.error();
    for (const AnalysisRecord& record : *analyses) {
        if (record.labelMapId == labelMapId && record.modelFingerprint == fingerprint)
            return record.createdAt;
    }
    return std::string();
}

Status addAnalysis(const StudyDatabase& database, const ResultsSource& source,
                   StudyResults& results)
{
    results.model = source.model;
    results.skipped = source.analysis->skipped;
    if (results.model && source.labels) {
        const auto when = analysedAt(database, source.series.series.id, source.labels->record.id,
                                     source.analysis->modelFingerprint);
        if (!when)
            return when.error();
        results.model->analysedAt = *when;
    }
    if (source.readings) {
        results.readings = *source.readings;
        return Done{};
    }
    auto readings = readHere(database, source);
    if (!readings)
        return readings.error();
    results.readings = std::move(*readings);
    return Done{};
}

Status addReaderWork(const StudyDatabase& database, const LoadedSeries& series,
                     StudyResults& results)
{
    const auto verdicts = database.verdictsOf(series.study.id);
    if (!verdicts)
        return verdicts.error();
    for (const VerdictRecord& verdict : *verdicts)
        results.verdicts[{verdict.anatomyId, verdict.findingId}] = verdict;
    const auto measures = database.measuresOf(series.series.id);
    if (!measures)
        return measures.error();
    for (const Measure& measure : *measures)
        results.measures.push_back({measure, measureValues(measure, *series.volume)});
    auto keys = database.keyImagesOf(series.series.id);
    if (!keys)
        return keys.error();
    std::ranges::stable_sort(*keys, {}, readingPlace);
    results.keyImages = std::move(*keys);
    return Done{};
}

Result<std::vector<std::int64_t>> ctSeriesOf(const StudyDatabase& database,
                                             const std::vector<std::int64_t>& studyIds)
{
    std::vector<std::int64_t> ids;
    for (const std::int64_t studyId : studyIds) {
        const auto series = database.seriesOf(studyId);
        if (!series)
            return series.error();
        for (const SeriesRecord& record : *series) {
            if (record.modality == "CT")
                ids.push_back(record.id);
        }
    }
    return ids;
}

/// Whether it is about more than one series.
bool endsAll(const Error& error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::OutOfMemory ||
           error.code == ErrorCode::DatabaseFailed || error.code == ErrorCode::DatabaseNotOpened;
}

} // namespace

Result<StudyResults> gatherResults(const StudyDatabase& database, const ResultsSource& source)
{
    StudyResults results;
    results.study = source.series.study;
    results.series = source.series.series;
    const auto instances = database.instancesOf(results.series.id);
    if (!instances)
        return instances.error();
    for (const InstanceRecord& instance : *instances)
        results.ctFiles.push_back(instance.path);
    if (source.labels)
        addStructures(*source.labels, results);
    if (source.analysis) {
        if (const Status added = addAnalysis(database, source, results); !added)
            return added.error();
    }
    if (const Status added = addReaderWork(database, source.series, results); !added)
        return added.error();
    return results;
}

Result<LoadedResults> loadResults(const StudyDatabase& database, std::int64_t seriesId,
                                  const AnatomyCatalog& catalog,
                                  const std::optional<ResultsModel>& model,
                                  const Progress& progress)
{
    auto series = loadSeries(database, seriesId, progress.part(0.0, 0.6));
    if (!series)
        return series.error();
    LoadedResults loaded{{}, std::move(*series), {}};
    const auto newest = newestLabelMap(database, seriesId);
    if (!newest)
        return newest.error();
    if (*newest) {
        auto labels = loadLabelMap(loaded.series, **newest, catalog, progress.part(0.6, 0.9));
        if (!labels)
            return labels.error();
        loaded.labels = std::move(*labels);
    }
    std::optional<StudyAnalysis> analysis;
    if (loaded.labels && model) {
        auto stored = database.analysis(seriesId, loaded.labels->record.id, model->fingerprint);
        if (!stored)
            return stored.error();
        analysis = std::move(*stored);
    }
    auto results =
        gatherResults(database, {loaded.series, loaded.labels ? &*loaded.labels : nullptr,
                                 analysis ? &*analysis : nullptr, model});
    if (!results)
        return results.error();
    loaded.results = std::move(*results);
    progress.report(1.0);
    return loaded;
}

Result<ResultsOfStudies> loadResultsOfStudies(const StudyDatabase& database,
                                              const std::vector<std::int64_t>& studyIds,
                                              const AnatomyCatalog& catalog,
                                              const std::optional<ResultsModel>& model,
                                              const Progress& progress)
{
    const auto series = ctSeriesOf(database, studyIds);
    if (!series)
        return series.error();
    const auto count = static_cast<double>(series->size());
    ResultsOfStudies all;
    for (std::size_t i = 0; i < series->size(); ++i) {
        if (progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        auto loaded = loadResults(
            database, (*series)[i], catalog, model,
            progress.part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
        if (!loaded && endsAll(loaded.error()))
            return loaded.error();
        if (!loaded) {
            all.leftOut.push_back({(*series)[i], loaded.error()});
            continue;
        }
        loaded->results.ctFiles.clear(); // Hundreds of paths that no table has.
        all.results.push_back(std::move(loaded->results));
    }
    return all;
}

} // namespace fovea

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

} // namespace fovea

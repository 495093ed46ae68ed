#include "app/cli/seriesAnalysis.h"

#include "storage/VolumeFile.h"

#include <QCoreApplication>

namespace fovea {

namespace {

struct AnalysisText {
    Q_DECLARE_TR_FUNCTIONS(fovea::SeriesAnalysis)
};

Result<LoadedLabelMap> labelsFor(CommandContext& context, StudyDatabase& database,
                                 const AnatomyCatalog& catalog, const LoadedSeries& series,
                                 const std::filesystem::path& path)
{
    const Progress progress = context.progress(AnalysisText::tr("Reading segmentation"));
    if (!path.empty())
        return attachAndLoadLabelMap(database, series, path, catalog, progress);
    const auto newest = newestLabelMap(database, series.series.id);
    if (!newest)
        return newest.error();
    if (!*newest)
        return makeError(ErrorCode::NoRegion, {}, "the series has no label map");
    return loadLabelMap(series, **newest, catalog, progress);
}

} // namespace

Result<SeriesAnalysis> analyzeSeries(CommandContext& context, StudyDatabase& database,
                                     const AnatomyCatalog& catalog, Engine& engine,
                                     std::int64_t seriesId, const AnalyzeOptions& options)
{
    SeriesAnalysis result;
    auto series =
        loadSeries(database, seriesId, context.progress(AnalysisText::tr("Reading images")));
    if (!series)
        return series.error();
    result.series = std::move(*series);
    auto labels = labelsFor(context, database, catalog, result.series, options.labels);
    if (!labels)
        return labels.error();
    result.labels = std::move(*labels);
    result.placesApartMm = niftiPlacesApartMm(result.labels.record.path);
    const std::int64_t labelMapId = result.labels.record.id;

    if (!options.force) {
        auto stored = database.analysis(seriesId, labelMapId, engine.info().fingerprint);
        if (!stored)
            return stored.error();
        if (*stored) {
            result.analysis = std::move(**stored);
            result.stored = true;
            return result;
        }
    }
    auto computed = engine.analyze(*result.series.volume, *result.labels.labels,
                                   context.progress(AnalysisText::tr("Analysing")));
    if (!computed)
        return computed.error();
    result.analysis = std::move(*computed);
    if (Status s = database.saveAnalysis(seriesId, labelMapId, result.analysis); !s)
        return s.error();
    return result;
}

} // namespace fovea

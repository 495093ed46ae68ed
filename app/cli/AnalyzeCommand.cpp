#include "app/cli/AnalyzeCommand.h"

#include "app/cli/StandingMarks.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/errorText.h"

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

struct Chosen {
    std::vector<SeriesRecord> series;
    std::vector<std::int64_t> withoutLabelMap;
};

Result<Chosen> everySegmentedSeries(const StudyDatabase& database)
{
    const auto studies = database.studies();
    if (!studies)
        return studies.error();
    Chosen chosen;
    for (const StudyRecord& study : *studies) {
        const auto series = database.seriesOf(study.id);
        if (!series)
            return series.error();
        for (const SeriesRecord& record : *series) {
            if (record.hasLabelMap)
                chosen.series.push_back(record);
            else
                chosen.withoutLabelMap.push_back(record.id);
        }
    }
    if (chosen.series.empty())
        return makeError(ErrorCode::NoCases, {}, "no series of the archive has a label map");
    return chosen;
}

} // namespace

AnalyzeCommand::AnalyzeCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "analyze", tr("Score and measure the segmented anatomies"))
{
    m_selection.declare(parser(), tr("Every series that has a segmentation"));
    parser().text("--labels", m_labels,
                  tr("Segmentation to attach first: NIfTI, NRRD, DICOM SEG or a folder of masks"),
                  "PATH");
    addModelOptions(parser(), options, m_model);
    parser().flag("--force", m_force, tr("Compute again what the archive has already"));
}

Status AnalyzeCommand::run(CommandContext& context)
{
    if (m_selection.all && !m_labels.empty())
        return makeError(ErrorCode::BadOption, {"--labels", "it belongs to one series, not --all"});
    auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    Chosen chosen;
    if (m_selection.all) {
        auto all = everySegmentedSeries(*database);
        if (!all)
            return all.error();
        chosen = std::move(*all);
    } else {
        auto series = m_selection.resolve(*database);
        if (!series)
            return series.error();
        chosen.series.push_back(std::move(*series));
    }
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const ModelInfo& model = (*engine)->info();

    nlohmann::json out{{"model", modelJson(model)},
                       {"results", nlohmann::json::array()},
                       {"failed", nlohmann::json::array()},
                       {"without_label_map", chosen.withoutLabelMap}};
    QString text = modelText(model);
    StandingMarks standing(context, *database, **engine);
    Status outcome = Done{};
    for (const SeriesRecord& series : chosen.series) {
        const auto analysis = analyzeSeries(context, *database, *catalog, **engine, series.id,
                                            {.labels = m_labels, .force = m_force});
        if (!analysis) {
            if (!m_selection.all || analysis.error().code == ErrorCode::Cancelled)
                return analysis.error();
            outcome = analysis.error();
            const QString reason = errorText(analysis.error());
            out["failed"].push_back({{"series_id", series.id}, {"reason", reason.toStdString()}});
            text += QLatin1Char('\n') + tr("Series %1 failed: %2").arg(series.id).arg(reason) +
                    QLatin1Char('\n');
            continue;
        }
        if (Status noted = context.noteOpened(series.studyId, "analyze"); !noted)
            return noted;
        out["results"].push_back(analysisJson(*analysis, *catalog));
        if (!analysis->stored) {
            const auto marks = standing.mark(series.studyId);
            if (!marks)
                return marks.error();
            out["results"].back()["marked_by"] = *marks;
        }
        text += QLatin1Char('\n') +
                tr("Series %1: %2").arg(series.id).arg(printable(series.description)) +
                (analysis->stored ? tr(" (stored answer)") : QString()) + QLatin1Char('\n') +
                analysisText(*analysis, *catalog);
    }
    if (context.json())
        context.console().print(out);
    else
        context.console().print(text);
    return outcome;
}

} // namespace fovea

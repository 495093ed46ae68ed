#include "app/cli/EvaluateCommand.h"

#include "app/cli/Table.h"
#include "app/cli/seriesAnalysis.h"
#include "app/text/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fovea {

namespace {

bool anyAuc(const Evaluation& evaluation)
{
    return std::ranges::any_of(evaluation.findings,
                               [](const FindingMetrics& m) { return m.auc.has_value(); });
}

nlohmann::json json(const ModelInfo& model, const Evaluation& evaluation)
{
    nlohmann::json out{{"model", modelJson(model)},
                       {"studies", evaluation.studies},
                       {"findings", nlohmann::json::array()},
                       {"mean_auc", nullptr}};
    for (const FindingMetrics& metrics : evaluation.findings) {
        nlohmann::json entry{{"anatomy", metrics.anatomyId},
                             {"finding", metrics.findingId},
                             {"positives", metrics.positives},
                             {"negatives", metrics.negatives},
                             {"auc", nullptr}};
        if (metrics.auc)
            entry["auc"] = *metrics.auc;
        out["findings"].push_back(std::move(entry));
    }
    if (anyAuc(evaluation))
        out["mean_auc"] = evaluation.meanAuc;
    return out;
}

} // namespace

EvaluateCommand::EvaluateCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "evaluate", tr("Measure a model on studies with known truth"))
{
    m_studies.declare(parser());
    addModelOption(parser(), m_model);
}

Status EvaluateCommand::run(CommandContext& context)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return catalog.error();
    auto data = m_studies.dataStudies(*catalog, context);
    if (!data)
        return data.error();
    const StudySource studies = joined(m_studies.phantomStudies(), std::move(*data));
    if (studies.count == 0)
        return makeError(ErrorCode::BadOption, {"evaluate", "needs --phantoms or --data"});
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const auto evaluation = (*api)->evaluate(**engine, studies, context.progress(tr("Evaluating")));
    if (!evaluation)
        return evaluation.error();
    if (context.json()) {
        context.console().print(json((*engine)->info(), *evaluation));
        return Done{};
    }
    Table table({{tr("Anatomy")},
                 {tr("Finding")},
                 {tr("With"), Table::Align::Right},
                 {tr("Without"), Table::Align::Right},
                 {tr("AUC"), Table::Align::Right}});
    const QString none = QStringLiteral("-");
    for (const FindingMetrics& metrics : evaluation->findings) {
        table.addRow({anatomyName(metrics.anatomyId), findingName(metrics.findingId),
                      QString::number(metrics.positives), QString::number(metrics.negatives),
                      metrics.auc ? number(*metrics.auc, 3) : none});
    }
    context.console().print(modelText((*engine)->info()) + QLatin1Char('\n') + table.text() +
                            tr("Mean AUC over %1 studies: %2")
                                .arg(QString::number(evaluation->studies),
                                     anyAuc(*evaluation) ? number(evaluation->meanAuc, 3) : none) +
                            QLatin1Char('\n'));
    return Done{};
}

} // namespace fovea

#include "app/cli/evaluationReportParts.h"

#include "app/cli/Table.h"
#include "app/text/names.h"

#include <QCoreApplication>

#include <optional>

namespace fovea {

namespace {

struct PartsText {
    Q_DECLARE_TR_FUNCTIONS(fovea::EvaluationReport)
};

using Map = PointingMetrics::Map;
using Asked = PointingMetrics::Asked;

QString mapName(Map map)
{
    switch (map) {
    case Map::Attention:
        return PartsText::tr("attention");
    case Map::AttentionWeightedValue:
        return PartsText::tr("attention-weighted value");
    case Map::GradientTimesInput:
        return PartsText::tr("gradient x input");
    case Map::LeaveOneOut:
        return PartsText::tr("leave one out");
    case Map::LeaveNeighborsOut:
        return PartsText::tr("leave neighbors out");
    }
    return {};
}

QString askedName(Asked asked)
{
    switch (asked) {
    case Asked::Nothing:
        return PartsText::tr("nothing");
    case Asked::Finding:
        return PartsText::tr("finding");
    case Asked::FindingAndSide:
        return PartsText::tr("finding and side");
    case Asked::FindingAndLobe:
        return PartsText::tr("finding and lobe");
    }
    return {};
}

QString statisticName(GlobalStatistic statistic)
{
    switch (statistic) {
    case GlobalStatistic::Mean:
        return PartsText::tr("mean HU");
    case GlobalStatistic::StandardDeviation:
        return PartsText::tr("standard deviation of HU");
    case GlobalStatistic::Percentile5:
        return PartsText::tr("5th percentile of HU");
    case GlobalStatistic::Percentile95:
        return PartsText::tr("95th percentile of HU");
    case GlobalStatistic::Volume:
        return PartsText::tr("volume");
    }
    return {};
}

QString heading(const QString& text)
{
    return QLatin1Char('\n') + text + QLatin1Char('\n');
}

QString hitText(const HitRate& rate)
{
    if (rate.count == 0)
        return QStringLiteral("-");
    const Interval interval = rate.interval();
    return PartsText::tr("%1 of %2: %3 (%4–%5)")
        .arg(QString::number(rate.hits), QString::number(rate.count), number(rate.rate(), 3),
             number(interval.low, 3), number(interval.high, 3));
}

QString optionalText(const std::optional<double>& value)
{
    return value ? number(*value, 3) : QStringLiteral("-");
}

QString calibrationText(const PackageCalibration& calibration)
{
    Table table({{PartsText::tr("Finding")},
                 {PartsText::tr("ECE"), Table::Align::Right},
                 {PartsText::tr("Cases"), Table::Align::Right}});
    for (const PackageCalibration::Entry& f : calibration.findings)
        table.addRow({findingName(f.findingId), number(f.error, 3), QString::number(f.cases)});
    return heading(PartsText::tr("Calibration as the package states it (nothing refitted)")) +
           table.text() +
           PartsText::tr("Mean ECE: %1; worst: %2 (%3)")
               .arg(number(calibration.mean, 3), number(calibration.worst, 3),
                    findingName(calibration.worstFindingId)) +
           QLatin1Char('\n');
}

QString paraphrasesText(const std::vector<ParaphraseMetrics>& paraphrases)
{
    Table table({{PartsText::tr("Finding")},
                 {PartsText::tr("AUC, own prompts"), Table::Align::Right},
                 {PartsText::tr("Mean of paraphrases"), Table::Align::Right},
                 {PartsText::tr("Worst"), Table::Align::Right},
                 {PartsText::tr("Each")}});
    for (const ParaphraseMetrics& f : paraphrases) {
        QStringList each;
        for (const double auc : f.aucs)
            each << number(auc, 3);
        table.addRow({findingName(f.findingId), number(f.own, 4), number(f.mean, 4),
                      number(f.worst, 4), each.join(QLatin1Char(' '))});
    }
    table.addRow({PartsText::tr("Mean"),
                  number(meanOverFindings(paraphrases, &ParaphraseMetrics::own), 4),
                  number(meanOverFindings(paraphrases, &ParaphraseMetrics::mean), 4),
                  number(meanOverFindings(paraphrases, &ParaphraseMetrics::worst), 4), QString()});
    return heading(PartsText::tr("The same findings in other words")) + table.text();
}

QString localizationText(const std::vector<LocalizationMetrics>& localization)
{
    Table table({{PartsText::tr("Finding")},
                 {PartsText::tr("Map")},
                 {PartsText::tr("Asked for")},
                 {PartsText::tr("Correct side (95 % CI)")},
                 {PartsText::tr("Correct lobe (95 % CI)")}});
    for (const LocalizationMetrics& f : localization) {
        for (const PointingMetrics& p : f.pointing)
            table.addRow({findingName(f.findingId), mapName(p.map), askedName(p.asked),
                          hitText(p.side), hitText(p.lobe)});
        table.addRow({findingName(f.findingId), PartsText::tr("a token at random"), QString(),
                      optionalText(f.sideByChance), optionalText(f.lobeByChance)});
    }
    return heading(PartsText::tr("Where the findings are (studies that have them on one side)")) +
           table.text() +
           PartsText::tr(
               "Whether the map's highest token lies on the finding's side, and in one of "
               "its lobes. Wilson intervals.") +
           QLatin1Char('\n');
}

QStringList retrievalCells(const std::optional<RetrievalMetrics>& metrics)
{
    if (!metrics)
        return {QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-")};
    return {number(metrics->recallAt1, 3), number(metrics->recallAt5, 3),
            number(metrics->recallAt10, 3), number(metrics->averagePrecision, 3)};
}

QString recallAt10(const std::optional<RetrievalMetrics>& metrics)
{
    return metrics ? number(metrics->recallAt10, 3) : QStringLiteral("-");
}

/// Recall of every query, in each way of ranking.
QString queriesText(const TextSearchMetrics& search)
{
    Table table({{PartsText::tr("Recall@10 by query")},
                 {PartsText::tr("Of"), Table::Align::Right},
                 {PartsText::tr("True"), Table::Align::Right},
                 {PartsText::tr("Cosine"), Table::Align::Right},
                 {PartsText::tr("Margin"), Table::Align::Right},
                 {PartsText::tr("“Not …”"), Table::Align::Right},
                 {PartsText::tr("Chance"), Table::Align::Right},
                 {PartsText::tr("Region to region"), Table::Align::Right},
                 {PartsText::tr("Chance"), Table::Align::Right}});
    for (const QueryMetrics& q : search.queries)
        table.addRow({QString::fromStdString(q.text), QString::number(q.candidates),
                      QString::number(q.relevant), recallAt10(q.byCosine), recallAt10(q.byMargin),
                      recallAt10(q.byAutomaticMargin), recallAt10(q.chance),
                      recallAt10(q.byExample), recallAt10(q.byExampleChance)});
    return table.text();
}

void addMeans(Table& table, const TextSearchMetrics& search)
{
    const auto add = [&](const QString& name, const std::optional<RetrievalMetrics>& metrics,
                         int queries) {
        if (metrics)
            table.addRow(QStringList{name} + retrievalCells(metrics) +
                         QStringList{QString::number(queries)});
    };
    add(PartsText::tr("cosine"), search.byCosine, search.measured);
    add(PartsText::tr("margin against the negative prompts"), search.byMargin, search.measured);
    add(PartsText::tr("margin against “Not …”"), search.byAutomaticMargin, search.measured);
    add(PartsText::tr("cosine without each modality's mean"), search.byCentred, search.measured);
    add(PartsText::tr("chance"), search.chance, search.measured);
}

QString searchText(const TextSearchMetrics& search,
                   const std::optional<TextSearchMetrics>& inOtherWords)
{
    QString out = heading(PartsText::tr("Searching studies by text")) + queriesText(search);
    if (search.measured == 0)
        return out + PartsText::tr("No query has a true study among them.") + QLatin1Char('\n');
    Table means({{PartsText::tr("Ranked by")},
                 {PartsText::tr("Recall@1"), Table::Align::Right},
                 {PartsText::tr("Recall@5"), Table::Align::Right},
                 {PartsText::tr("Recall@10"), Table::Align::Right},
                 {PartsText::tr("mAP"), Table::Align::Right},
                 {PartsText::tr("Queries"), Table::Align::Right}});
    addMeans(means, search);
    if (inOtherWords && inOtherWords->measured > 0) {
        means.addRow({PartsText::tr("In other words:"), {}, {}, {}, {}, {}});
        addMeans(means, *inOtherWords);
    }
    if (search.byExample) {
        means.addRow({PartsText::tr("Region to region:"), {}, {}, {}, {}, {}});
        for (const auto& [name, metrics] :
             {std::pair{PartsText::tr("cosine"), search.byExample},
              std::pair{PartsText::tr("chance"), search.byExampleChance}})
            means.addRow(QStringList{name} + retrievalCells(metrics) +
                         QStringList{QString::number(search.measuredByExample)});
    }
    return out + QLatin1Char('\n') + means.text() +
           PartsText::tr("Means over the queries with a true study; region to region, over every "
                         "true study as the example. Recall@k: true studies among the first k, of "
                         "as many as could be there.") +
           QLatin1Char('\n');
}

QString statisticsText(const std::vector<GlobalStatisticMetrics>& statistics)
{
    Table table({{PartsText::tr("Finding")},
                 {PartsText::tr("Best statistic")},
                 {PartsText::tr("Present when")},
                 {PartsText::tr("AUC, fitted half"), Table::Align::Right},
                 {PartsText::tr("AUC, other half"), Table::Align::Right},
                 {PartsText::tr("With"), Table::Align::Right},
                 {PartsText::tr("Without"), Table::Align::Right}});
    for (const GlobalStatisticMetrics& f : statistics)
        table.addRow({findingName(f.findingId), statisticName(f.statistic),
                      f.presentIsHigher ? PartsText::tr("higher") : PartsText::tr("lower"),
                      number(f.fittedAuc, 4), f.auc ? number(*f.auc, 4) : QStringLiteral("-"),
                      QString::number(f.positives), QString::number(f.negatives)});
    return heading(PartsText::tr("What one number about the region gives away")) + table.text() +
           PartsText::tr(
               "Statistic and direction are chosen on half of the studies and measured on "
               "the other half. A model should do clearly better.") +
           QLatin1Char('\n');
}

QString unusualText(const std::vector<UnusualMetrics>& unusual)
{
    Table table({{PartsText::tr("Anatomy")},
                 {PartsText::tr("Nearest"), Table::Align::Right},
                 {PartsText::tr("Nearest, whitened"), Table::Align::Right},
                 {PartsText::tr("Mahalanobis"), Table::Align::Right},
                 {PartsText::tr("Normal in the bank"), Table::Align::Right},
                 {PartsText::tr("With"), Table::Align::Right},
                 {PartsText::tr("Without"), Table::Align::Right}});
    for (const UnusualMetrics& one : unusual)
        table.addRow({anatomyName(one.anatomyId), number(one.nearest, 4),
                      number(one.nearestWhitened, 4), number(one.mahalanobis, 4),
                      QString::number(one.bank), QString::number(one.positives),
                      QString::number(one.negatives)});
    return heading(PartsText::tr("Unusual organs: AUC of any finding against none")) +
           table.text() +
           PartsText::tr("Distance of the embedding from normal ones of half of the studies, "
                         "measured on the other half.") +
           QLatin1Char('\n');
}

QString addedText(const std::vector<AddedMetrics>& added)
{
    Table table({{PartsText::tr("Finding")},
                 {PartsText::tr("AUC, one prompt"), Table::Align::Right},
                 {PartsText::tr("Ensemble"), Table::Align::Right},
                 {PartsText::tr("With scalars"), Table::Align::Right},
                 {PartsText::tr("With"), Table::Align::Right},
                 {PartsText::tr("Without"), Table::Align::Right}});
    double single = 0.0;
    double ensemble = 0.0;
    double scalars = 0.0;
    for (const AddedMetrics& one : added) {
        table.addRow({findingName(one.findingId), optionalText(one.single), number(one.ensemble, 3),
                      optionalText(one.withScalars), QString::number(one.positives),
                      QString::number(one.negatives)});
        const double share = 1.0 / static_cast<double>(added.size());
        single += share * one.single.value_or(one.ensemble);
        ensemble += share * one.ensemble;
        scalars += share * one.withScalars.value_or(one.ensemble);
    }
    table.addRow({PartsText::tr("Mean"), number(single, 3), number(ensemble, 3), number(scalars, 3),
                  QString(), QString()});
    return heading(PartsText::tr("What the ensemble of prompts and measured scalars add")) +
           table.text() +
           PartsText::tr("Volume, mean HU, share below -950 HU, volume above 130 HU, in a logistic "
                         "regression with the score; fitted on half of the studies, measured on "
                         "the other half. A mean takes the ensemble where a column has none.") +
           QLatin1Char('\n');
}

} // namespace

double meanOverFindings(const std::vector<ParaphraseMetrics>& paraphrases,
                        double ParaphraseMetrics::* member)
{
    double sum = 0.0;
    for (const ParaphraseMetrics& f : paraphrases)
        sum += f.*member;
    return sum / static_cast<double>(paraphrases.size());
}

QString evaluationPartsText(const Evaluation& evaluation)
{
    QString out;
    if (evaluation.packageCalibration)
        out += calibrationText(*evaluation.packageCalibration);
    if (!evaluation.paraphrases.empty())
        out += paraphrasesText(evaluation.paraphrases);
    if (!evaluation.localization.empty())
        out += localizationText(evaluation.localization);
    if (evaluation.textSearch && !evaluation.textSearch->queries.empty())
        out += searchText(*evaluation.textSearch, evaluation.paraphrasedSearch);
    if (!evaluation.unusual.empty())
        out += unusualText(evaluation.unusual);
    if (!evaluation.added.empty())
        out += addedText(evaluation.added);
    if (!evaluation.globalStatistics.empty())
        out += statisticsText(evaluation.globalStatistics);
    return out;
}

} // namespace fovea

#include "app/cli/evaluationReportParts.h"

#include "app/cli/Table.h"
#include "app/text/names.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

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

/// Sum of a member over the findings, divided by their number.
double meanOf(const std::vector<ParaphraseMetrics>& paraphrases, double ParaphraseMetrics::* member)
{
    double sum = 0.0;
    for (const ParaphraseMetrics& f : paraphrases)
        sum += f.*member;
    return sum / static_cast<double>(paraphrases.size());
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
    table.addRow({PartsText::tr("Mean"), number(meanOf(paraphrases, &ParaphraseMetrics::own), 4),
                  number(meanOf(paraphrases, &ParaphraseMetrics::mean), 4),
                  number(meanOf(paraphrases, &ParaphraseMetrics::worst), 4), QString()});
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
        return {QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-")};
    return {number(metrics->recallAt10, 3), number(metrics->precisionAt10, 3),
            number(metrics->averagePrecision, 3)};
}

QString searchText(const TextSearchMetrics& search)
{
    Table table({{PartsText::tr("Query")},
                 {PartsText::tr("Of"), Table::Align::Right},
                 {PartsText::tr("True"), Table::Align::Right},
                 {PartsText::tr("Recall@10"), Table::Align::Right},
                 {PartsText::tr("Precision@10"), Table::Align::Right},
                 {PartsText::tr("AP"), Table::Align::Right},
                 {PartsText::tr("Recall@10, margin"), Table::Align::Right},
                 {PartsText::tr("Recall@10, chance"), Table::Align::Right}});
    const auto last = [](const std::optional<RetrievalMetrics>& margin,
                         const std::optional<RetrievalMetrics>& chance) {
        return QStringList{retrievalCells(margin).front(), retrievalCells(chance).front()};
    };
    for (const QueryMetrics& q : search.queries)
        table.addRow(QStringList{QString::fromStdString(q.text), QString::number(q.candidates),
                                 QString::number(q.relevant)} +
                     retrievalCells(q.byCosine) + last(q.byMargin, q.chance));
    QString out = heading(PartsText::tr("Searching studies by text")) + table.text();
    if (search.measured == 0)
        return out + PartsText::tr("No query has a true study among them.") + QLatin1Char('\n');
    Table means({{PartsText::tr("Ranked by")},
                 {PartsText::tr("Recall@10"), Table::Align::Right},
                 {PartsText::tr("Precision@10"), Table::Align::Right},
                 {PartsText::tr("mAP"), Table::Align::Right}});
    means.addRow(QStringList{PartsText::tr("cosine")} + retrievalCells(search.byCosine));
    if (search.byMargin)
        means.addRow(QStringList{PartsText::tr("margin against the negative prompts")} +
                     retrievalCells(search.byMargin));
    means.addRow(QStringList{PartsText::tr("chance")} + retrievalCells(search.chance));
    return out + QLatin1Char('\n') + means.text() +
           PartsText::tr(
               "Means over the %n queries with a true study. Recall@10: true studies among "
               "the first 10, of as many as could be there.",
               nullptr, search.measured) +
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

nlohmann::json json(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json json(const HitRate& rate)
{
    const Interval interval = rate.interval();
    return {{"hits", rate.hits},
            {"count", rate.count},
            {"rate", rate.count == 0 ? nlohmann::json() : nlohmann::json(rate.rate())},
            {"interval", {interval.low, interval.high}}};
}

nlohmann::json json(const std::optional<RetrievalMetrics>& metrics)
{
    if (!metrics)
        return nullptr;
    return {{"recall_at_10", metrics->recallAt10},
            {"precision_at_10", metrics->precisionAt10},
            {"average_precision", metrics->averagePrecision}};
}

nlohmann::json json(const PackageCalibration& calibration)
{
    nlohmann::json out{{"findings", nlohmann::json::array()},
                       {"mean", calibration.mean},
                       {"worst", calibration.worst},
                       {"worst_finding", calibration.worstFindingId}};
    for (const PackageCalibration::Entry& f : calibration.findings)
        out["findings"].push_back({{"anatomy", f.anatomyId},
                                   {"finding", f.findingId},
                                   {"error", f.error},
                                   {"cases", f.cases}});
    return out;
}

nlohmann::json json(const std::vector<ParaphraseMetrics>& paraphrases)
{
    nlohmann::json out{{"findings", nlohmann::json::array()},
                       {"mean_own", meanOf(paraphrases, &ParaphraseMetrics::own)},
                       {"mean", meanOf(paraphrases, &ParaphraseMetrics::mean)},
                       {"mean_worst", meanOf(paraphrases, &ParaphraseMetrics::worst)}};
    for (const ParaphraseMetrics& f : paraphrases)
        out["findings"].push_back({{"anatomy", f.anatomyId},
                                   {"finding", f.findingId},
                                   {"auc_own", f.own},
                                   {"auc", f.aucs},
                                   {"mean", f.mean},
                                   {"worst", f.worst}});
    return out;
}

nlohmann::json json(const LocalizationMetrics& finding)
{
    static constexpr const char* maps[] = {"attention", "attention_weighted_value",
                                           "gradient_times_input"};
    static constexpr const char* asked[] = {"nothing", "finding", "side", "lobe"};
    nlohmann::json out{{"anatomy", finding.anatomyId},
                       {"finding", finding.findingId},
                       {"side_by_chance", json(finding.sideByChance)},
                       {"lobe_by_chance", json(finding.lobeByChance)},
                       {"pointing", nlohmann::json::array()}};
    for (const PointingMetrics& p : finding.pointing)
        out["pointing"].push_back({{"map", maps[static_cast<int>(p.map)]},
                                   {"asked", asked[static_cast<int>(p.asked)]},
                                   {"side", json(p.side)},
                                   {"lobe", json(p.lobe)}});
    return out;
}

nlohmann::json json(const TextSearchMetrics& search)
{
    const bool any = search.measured > 0;
    nlohmann::json out{{"measured", search.measured},
                       {"cosine", any ? json(std::optional(search.byCosine)) : nlohmann::json()},
                       {"margin", json(search.byMargin)},
                       {"chance", any ? json(std::optional(search.chance)) : nlohmann::json()},
                       {"queries", nlohmann::json::array()}};
    for (const QueryMetrics& q : search.queries)
        out["queries"].push_back({{"text", q.text},
                                  {"candidates", q.candidates},
                                  {"relevant", q.relevant},
                                  {"cosine", json(q.byCosine)},
                                  {"margin", json(q.byMargin)},
                                  {"chance", json(q.chance)}});
    return out;
}

nlohmann::json json(const GlobalStatisticMetrics& finding)
{
    static constexpr const char* names[] = {"mean", "standard_deviation", "percentile_5",
                                            "percentile_95", "volume"};
    return {{"anatomy", finding.anatomyId},
            {"finding", finding.findingId},
            {"statistic", names[static_cast<int>(finding.statistic)]},
            {"present_is_higher", finding.presentIsHigher},
            {"auc_fitted", finding.fittedAuc},
            {"auc", json(finding.auc)},
            {"positives", finding.positives},
            {"negatives", finding.negatives}};
}

template <typename Part> nlohmann::json jsonList(const std::vector<Part>& parts)
{
    if (parts.empty())
        return nullptr;
    nlohmann::json out = nlohmann::json::array();
    for (const Part& part : parts)
        out.push_back(json(part));
    return out;
}

} // namespace

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
        out += searchText(*evaluation.textSearch);
    if (!evaluation.globalStatistics.empty())
        out += statisticsText(evaluation.globalStatistics);
    return out;
}

void addEvaluationParts(nlohmann::json& out, const Evaluation& evaluation)
{
    out["package_calibration"] = nullptr;
    if (evaluation.packageCalibration)
        out["package_calibration"] = json(*evaluation.packageCalibration);
    out["paraphrases"] = nullptr;
    if (!evaluation.paraphrases.empty())
        out["paraphrases"] = json(evaluation.paraphrases);
    out["localization"] = jsonList(evaluation.localization);
    out["text_search"] = nullptr;
    if (evaluation.textSearch)
        out["text_search"] = json(*evaluation.textSearch);
    out["global_statistics"] = jsonList(evaluation.globalStatistics);
}

} // namespace fovea

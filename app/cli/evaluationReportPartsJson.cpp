#include "app/cli/evaluationReportParts.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace fovea {

namespace {

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
    return {{"recall_at_1", metrics->recallAt1},
            {"recall_at_5", metrics->recallAt5},
            {"recall_at_10", metrics->recallAt10},
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
                       {"mean_own", meanOverFindings(paraphrases, &ParaphraseMetrics::own)},
                       {"mean", meanOverFindings(paraphrases, &ParaphraseMetrics::mean)},
                       {"mean_worst", meanOverFindings(paraphrases, &ParaphraseMetrics::worst)}};
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
                                           "gradient_times_input", "leave_one_out",
                                           "leave_neighbors_out"};
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
                       {"automatic_margin", json(search.byAutomaticMargin)},
                       {"centred", json(search.byCentred)},
                       {"chance", any ? json(std::optional(search.chance)) : nlohmann::json()},
                       {"measured_by_example", search.measuredByExample},
                       {"example", json(search.byExample)},
                       {"example_chance", json(search.byExampleChance)},
                       {"queries", nlohmann::json::array()}};
    for (const QueryMetrics& q : search.queries)
        out["queries"].push_back({{"text", q.text},
                                  {"candidates", q.candidates},
                                  {"relevant", q.relevant},
                                  {"cosine", json(q.byCosine)},
                                  {"margin", json(q.byMargin)},
                                  {"automatic_margin", json(q.byAutomaticMargin)},
                                  {"centred", json(q.byCentred)},
                                  {"chance", json(q.chance)},
                                  {"example", json(q.byExample)},
                                  {"example_chance", json(q.byExampleChance)}});
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

nlohmann::json json(const UnusualMetrics& one)
{
    return {{"anatomy", one.anatomyId},
            {"nearest", one.nearest},
            {"nearest_whitened", one.nearestWhitened},
            {"mahalanobis", one.mahalanobis},
            {"bank", one.bank},
            {"positives", one.positives},
            {"negatives", one.negatives}};
}

nlohmann::json json(const AddedMetrics& one)
{
    return {{"anatomy", one.anatomyId},         {"finding", one.findingId},
            {"single", json(one.single)},       {"ensemble", one.ensemble},
            {"scalars", json(one.withScalars)}, {"positives", one.positives},
            {"negatives", one.negatives}};
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
    out["text_search_in_other_words"] = nullptr;
    if (evaluation.paraphrasedSearch)
        out["text_search_in_other_words"] = json(*evaluation.paraphrasedSearch);
    out["unusual"] = jsonList(evaluation.unusual);
    out["added"] = jsonList(evaluation.added);
    out["global_statistics"] = jsonList(evaluation.globalStatistics);
}

} // namespace fovea

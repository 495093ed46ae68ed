#include "app/cli/comparisonReport.h"

#include "app/cli/Table.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <fstream>

namespace fovea {

using nlohmann::json;

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(fovea::ComparisonReport)
};

json valueOrNull(const std::optional<double>& value)
{
    return value ? json(*value) : json();
}

std::optional<double> optionalNumber(const json& value)
{
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

QString signedNumber(const std::optional<double>& value)
{
    if (!value)
        return {};
    return (*value < 0 ? QString() : QStringLiteral("+")) + number(*value, 3);
}

std::string cell(const std::optional<double>& value)
{
    return value ? json(*value).dump() : std::string();
}

} // namespace

QString comparisonText(const ObjectiveComparison& comparison)
{
    using Align = Table::Align;
    Table table({{ReportText::tr("Objective")},
                 {ReportText::tr("Runs"), Align::Right},
                 {ReportText::tr("Mean AUC"), Align::Right},
                 {ReportText::tr("Deviation"), Align::Right},
                 {ReportText::tr("Over clip"), Align::Right},
                 {ReportText::tr("Over supervised"), Align::Right},
                 {ReportText::tr("Recall at 10"), Align::Right},
                 {ReportText::tr("Deviation"), Align::Right}});
    for (const ComparisonRow& row : comparison.rows) {
        table.addRow({QString::fromStdString(row.variant), QString::number(row.runs),
                      number(row.meanAuc, 3), row.deviation ? number(*row.deviation, 3) : QString(),
                      signedNumber(row.overClip), signedNumber(row.overSupervised),
                      row.recallAt10 ? number(*row.recallAt10, 3) : QString(),
                      row.recallDeviation ? number(*row.recallDeviation, 3) : QString()});
    }
    QString text = table.text();
    for (const ComparisonRun& run : comparison.runs) {
        if (run.recallByChance) {
            text += ReportText::tr("A random order has a recall of %1.")
                        .arg(number(*run.recallByChance, 3)) +
                    QLatin1Char('\n');
            break;
        }
    }
    return text;
}

std::string comparisonCsv(const ObjectiveComparison& comparison)
{
    std::string text =
        "variant,runs,mean_auc,deviation,over_clip,over_supervised,recall_at_10,recall_deviation\n";
    for (const ComparisonRow& row : comparison.rows) {
        text += row.variant + ',' + std::to_string(row.runs) + ',' + cell(row.meanAuc) + ',' +
                cell(row.deviation) + ',' + cell(row.overClip) + ',' + cell(row.overSupervised) +
                ',' + cell(row.recallAt10) + ',' + cell(row.recallDeviation) + '\n';
    }
    return text;
}

json runsJson(const std::vector<ComparisonRun>& runs)
{
    json out = json::array();
    for (const ComparisonRun& run : runs) {
        json findings = json::array();
        for (const ComparisonRun::FindingAuc& finding : run.findings) {
            findings.push_back({{"anatomy", finding.anatomyId},
                                {"finding", finding.findingId},
                                {"auc", valueOrNull(finding.auc)}});
        }
        out.push_back({{"variant", run.variant},
                       {"seed", run.seed},
                       {"mean_auc", run.meanAuc},
                       {"recall_at_10", valueOrNull(run.recallAt10)},
                       {"recall_by_chance", valueOrNull(run.recallByChance)},
                       {"validation_auc", run.validationAuc},
                       {"step", run.step},
                       {"seconds", run.seconds},
                       {"findings", std::move(findings)}});
    }
    return out;
}

json rowsJson(const std::vector<ComparisonRow>& rows)
{
    json out = json::array();
    for (const ComparisonRow& row : rows) {
        out.push_back({{"variant", row.variant},
                       {"runs", row.runs},
                       {"mean_auc", row.meanAuc},
                       {"deviation", valueOrNull(row.deviation)},
                       {"over_clip", valueOrNull(row.overClip)},
                       {"over_supervised", valueOrNull(row.overSupervised)},
                       {"recall_at_10", valueOrNull(row.recallAt10)},
                       {"recall_deviation", valueOrNull(row.recallDeviation)}});
    }
    return out;
}

Result<std::vector<ComparisonRun>> readRuns(const std::filesystem::path& file, const json& settings)
{
    std::vector<ComparisonRun> runs;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return runs;
    try {
        const json root = json::parse(in);
        for (const auto& [name, value] : settings.items()) {
            if (root.at("settings").value(name, json()) != value)
                return makeError(ErrorCode::BadOption,
                                 {"--out", "the file's runs are of other " + name});
        }
        for (const json& one : root.at("runs")) {
            ComparisonRun run;
            one.at("variant").get_to(run.variant);
            one.at("seed").get_to(run.seed);
            one.at("mean_auc").get_to(run.meanAuc);
            run.recallAt10 = optionalNumber(one.at("recall_at_10"));
            run.recallByChance = optionalNumber(one.at("recall_by_chance"));
            one.at("validation_auc").get_to(run.validationAuc);
            one.at("step").get_to(run.step);
            one.at("seconds").get_to(run.seconds);
            for (const json& finding : one.at("findings")) {
                run.findings.push_back({finding.at("anatomy"), finding.at("finding"),
                                        optionalNumber(finding.at("auc"))});
            }
            runs.push_back(std::move(run));
        }
    } catch (const json::exception& e) {
        return makeError(ErrorCode::MetadataBroken, {file.string(), e.what()});
    }
    return runs;
}

} // namespace fovea

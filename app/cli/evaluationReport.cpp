#include "app/cli/evaluationReport.h"

#include "app/cli/Console.h"
#include "app/cli/Table.h"
#include "app/text/names.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace fovea {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(fovea::EvaluationReport)
};

struct Named {
    const char* key;
    Estimate OperatingMetrics::* member;
};

constexpr std::array Operating{
    Named{"sensitivity", &OperatingMetrics::sensitivity},
    Named{"specificity", &OperatingMetrics::specificity},
    Named{"accuracy", &OperatingMetrics::accuracy},
    Named{"precision", &OperatingMetrics::precision},
    Named{"f1", &OperatingMetrics::f1},
    Named{"weighted_f1", &OperatingMetrics::weightedF1},
};

QString none()
{
    return QStringLiteral("-");
}

QString intervalText(const std::optional<Interval>& interval)
{
    return interval
               ? QStringLiteral(" (%1–%2)").arg(number(interval->low, 3), number(interval->high, 3))
               : QString();
}

QString text(const std::optional<double>& value, int decimals)
{
    return value ? number(*value, decimals) : none();
}

QString text(const Estimate& estimate)
{
    return number(estimate.value, 3) + intervalText(estimate.interval);
}

QString aucText(double auc, const std::optional<Interval>& interval)
{
    return number(auc, 4) + intervalText(interval);
}

QString nameOf(const FindingMetrics& finding)
{
    return findingName(finding.findingId);
}

bool anyAuc(const Evaluation& evaluation)
{
    return evaluation.mean.has_value();
}

QString separationTable(const Evaluation& evaluation)
{
    Table table({{ReportText::tr("Finding")},
                 {ReportText::tr("With"), Table::Align::Right},
                 {ReportText::tr("Without"), Table::Align::Right},
                 {ReportText::tr("AUC (95 % CI)")},
                 {ReportText::tr("Threshold"), Table::Align::Right},
                 {ReportText::tr("Sensitivity")},
                 {ReportText::tr("Specificity")}});
    for (const FindingMetrics& f : evaluation.findings)
        table.addRow({nameOf(f), QString::number(f.positives), QString::number(f.negatives),
                      f.auc ? aucText(*f.auc, f.aucInterval) : none(), text(f.threshold, 3),
                      f.operating ? text(f.operating->sensitivity) : none(),
                      f.operating ? text(f.operating->specificity) : none()});
    if (evaluation.mean)
        table.addRow({ReportText::tr("Mean"), QString(), QString(),
                      aucText(evaluation.meanAuc, evaluation.meanAucInterval), QString(),
                      text(evaluation.mean->sensitivity), text(evaluation.mean->specificity)});
    return table.text();
}

QStringList operatingCells(const std::optional<OperatingMetrics>& operating)
{
    if (!operating)
        return {none(), none(), none(), none()};
    return {number(operating->accuracy.value, 3), number(operating->precision.value, 3),
            number(operating->f1.value, 3), number(operating->weightedF1.value, 3)};
}

QStringList calibrationCells(const std::optional<CalibrationMetrics>& calibration)
{
    if (!calibration)
        return {none(), none(), none(), none()};
    const bool fitted = calibration->platt.has_value();
    const auto& calibrated = calibration->errorCalibrated;
    return {number(calibration->error, 3) + intervalText(calibration->errorInterval),
            calibrated ? number(*calibrated, 3) + intervalText(calibration->errorCalibratedInterval)
                       : none(),
            fitted ? number(calibration->platt->a, 3) + intervalText(calibration->slopeInterval)
                   : none(),
            fitted ? number(calibration->platt->b, 3) + intervalText(calibration->offsetInterval)
                   : none()};
}

QString answerTable(const Evaluation& evaluation)
{
    Table table({{ReportText::tr("Finding")},
                 {ReportText::tr("Accuracy"), Table::Align::Right},
                 {ReportText::tr("Precision"), Table::Align::Right},
                 {ReportText::tr("F1"), Table::Align::Right},
                 {ReportText::tr("F1 weighted"), Table::Align::Right},
                 {ReportText::tr("No score"), Table::Align::Right}});
    for (const FindingMetrics& f : evaluation.findings)
        table.addRow(QStringList{nameOf(f)} + operatingCells(f.operating) +
                     QStringList{QString::number(f.unscored)});
    if (evaluation.mean)
        table.addRow(QStringList{ReportText::tr("Mean")} + operatingCells(evaluation.mean) +
                     QStringList{QString()});
    return table.text();
}

QString calibrationTable(const Evaluation& evaluation)
{
    Table table({{ReportText::tr("Finding")},
                 {ReportText::tr("ECE (95 % CI)")},
                 {ReportText::tr("ECE calibrated")},
                 {ReportText::tr("Platt a")},
                 {ReportText::tr("Platt b")}});
    for (const FindingMetrics& f : evaluation.findings)
        table.addRow(QStringList{nameOf(f)} + calibrationCells(f.calibration));
    return table.text();
}

nlohmann::json json(const std::optional<Interval>& interval)
{
    if (!interval)
        return nullptr;
    return {interval->low, interval->high};
}

nlohmann::json json(const std::optional<double>& value)
{
    if (!value)
        return nullptr;
    return *value;
}

void addOperating(nlohmann::json& out, const std::optional<OperatingMetrics>& metrics)
{
    for (const Named& named : Operating) {
        const std::string key = named.key;
        out[key] = nullptr;
        out[key + "_interval"] = nullptr;
        if (metrics) {
            const Estimate& estimate = (*metrics).*named.member;
            out[key] = estimate.value;
            out[key + "_interval"] = json(estimate.interval);
        }
    }
}

nlohmann::json json(const std::optional<CalibrationMetrics>& calibration)
{
    if (!calibration)
        return nullptr;
    nlohmann::json out{{"error", calibration->error},
                       {"platt", nullptr},
                       {"error_calibrated", json(calibration->errorCalibrated)}};
    if (calibration->platt)
        out["platt"] = {{"a", calibration->platt->a}, {"b", calibration->platt->b}};
    out["error_interval"] = json(calibration->errorInterval);
    out["error_calibrated_interval"] = json(calibration->errorCalibratedInterval);
    out["platt_a_interval"] = json(calibration->slopeInterval);
    out["platt_b_interval"] = json(calibration->offsetInterval);
    return out;
}

} // namespace

QString evaluationText(const Evaluation& evaluation)
{
    QString out = separationTable(evaluation) + QLatin1Char('\n') + answerTable(evaluation) +
                  QLatin1Char('\n') + calibrationTable(evaluation) + QLatin1Char('\n');
    if (!anyAuc(evaluation)) {
        return out +
               ReportText::tr("No finding is both present and absent among %1 studies.")
                   .arg(evaluation.studies) +
               QLatin1Char('\n');
    }
    out += ReportText::tr("Mean AUC over %1 studies: %2")
               .arg(QString::number(evaluation.studies),
                    aucText(evaluation.meanAuc, evaluation.meanAucInterval)) +
           QLatin1Char('\n');
    if (evaluation.resamples > 0)
        out += ReportText::tr("Intervals: 95 %, from %1 bootstrap resamples of %2 patients (fixed "
                              "seed), at the threshold shown.")
                   .arg(QString::number(evaluation.resamples), QString::number(evaluation.groups)) +
               QLatin1Char('\n');
    out += ReportText::tr("Thresholds are chosen on the same cases (closest to sensitivity and "
                          "specificity 1), so what depends on them is optimistic.") +
           QLatin1Char('\n');
    out += ReportText::tr("ECE: expected calibration error; calibrated: by Platt scaling, 5-fold, "
                          "no patient on both sides. Resampling raises it, so its intervals lean "
                          "upwards.") +
           QLatin1Char('\n');
    return out;
}

nlohmann::json evaluationJson(const Evaluation& evaluation)
{
    nlohmann::json out{{"studies", evaluation.studies},
                       {"groups", evaluation.groups},
                       {"resamples", evaluation.resamples},
                       {"confidence", 0.95},
                       {"findings", nlohmann::json::array()},
                       {"mean_auc", nullptr},
                       {"mean_auc_interval", json(evaluation.meanAucInterval)}};
    for (const FindingMetrics& f : evaluation.findings) {
        nlohmann::json entry{{"anatomy", f.anatomyId},
                             {"finding", f.findingId},
                             {"positives", f.positives},
                             {"negatives", f.negatives},
                             {"unscored", f.unscored},
                             {"auc", json(f.auc)},
                             {"auc_interval", json(f.aucInterval)},
                             {"threshold", json(f.threshold)},
                             {"calibration", json(f.calibration)}};
        addOperating(entry, f.operating);
        out["findings"].push_back(std::move(entry));
    }
    if (anyAuc(evaluation))
        out["mean_auc"] = evaluation.meanAuc;
    out["mean"] = nlohmann::json::object();
    addOperating(out["mean"], evaluation.mean);
    return out;
}

QString predictedCasesText(const PredictedCases& cases, MeasureOptions::Unscored unscored)
{
    QString out = ReportText::tr("%1 volumes of %2 patients.")
                      .arg(QString::number(cases.volumes), QString::number(cases.patients));
    const auto add = [&](const QString& sentence) { out += QLatin1Char('\n') + sentence; };
    if (cases.unnamedPatients > 0)
        add(ReportText::tr("%1 volumes do not say whose they are: each counts as a patient of its "
                           "own.")
                .arg(cases.unnamedPatients));
    if (cases.onlyPredicted > 0)
        add(ReportText::tr("%1 volumes have predictions and no truth: left out.")
                .arg(cases.onlyPredicted));
    if (cases.onlyLabelled > 0)
        add(ReportText::tr("%1 volumes have truth and no predictions: left out.")
                .arg(cases.onlyLabelled));
    if (cases.emptyLabels > 0)
        add(ReportText::tr("%1 labels are empty: left out.").arg(cases.emptyLabels));
    const bool anyUnscored = std::ranges::any_of(cases.findings, [](const FindingCases& f) {
        return std::ranges::any_of(f.cases.scores, [](double score) { return std::isnan(score); });
    });
    if (anyUnscored)
        add(unscored == MeasureOptions::Unscored::Zero
                ? ReportText::tr("A volume without a score counts as score 0 (CT-RATE's rule), "
                                 "and for calibration not at all.")
                : ReportText::tr("A volume without a score is left out."));
    if (!cases.unansweredLabels.empty()) {
        QStringList titles;
        for (const std::string& title : cases.unansweredLabels)
            titles.append(printable(title));
        add(ReportText::tr("Labels without predictions: %1.")
                .arg(titles.join(QLatin1String(", "))));
    }
    return out + QLatin1Char('\n');
}

nlohmann::json predictedCasesJson(const PredictedCases& cases)
{
    return {{"volumes", cases.volumes},
            {"patients", cases.patients},
            {"only_in_predictions", cases.onlyPredicted},
            {"only_in_truth", cases.onlyLabelled},
            {"volumes_without_patient", cases.unnamedPatients},
            {"empty_labels", cases.emptyLabels},
            {"labels_without_predictions", cases.unansweredLabels}};
}

} // namespace fovea

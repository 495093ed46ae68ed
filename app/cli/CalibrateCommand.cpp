#include "app/cli/CalibrateCommand.h"

#include "app/cli/Table.h"
#include "app/text/names.h"
#include "app/work/siteFit.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

using Outcome = CalibratedFinding::Outcome;

struct CalibrateText {
    Q_DECLARE_TR_FUNCTIONS(fovea::CalibrateCommand)
};

QString orDash(const std::optional<double>& value)
{
    return value ? number(*value, 3) : QStringLiteral("-");
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Calibrated:
        return CalibrateText::tr("calibrated");
    case Outcome::TooFewLabels:
        return CalibrateText::tr("too few labels");
    case Outcome::ScoreMisleads:
        return CalibrateText::tr("the score does not rise with the labels");
    case Outcome::NotFitted:
        break;
    }
    return CalibrateText::tr("no fit was found");
}

const char* outcomeId(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Calibrated:
        return "calibrated";
    case Outcome::TooFewLabels:
        return "too_few_labels";
    case Outcome::ScoreMisleads:
        return "score_misleads";
    case Outcome::NotFitted:
        break;
    }
    return "not_fitted";
}

QString estimateText(double value, const std::optional<Interval>& interval)
{
    if (!interval)
        return number(value, 3);
    return QStringLiteral("%1 (%2–%3)")
        .arg(number(value, 3), number(interval->low, 3), number(interval->high, 3));
}

QString summaryTable(const std::vector<CalibratedFinding>& findings)
{
    Table table({{CalibrateText::tr("Anatomy")},
                 {CalibrateText::tr("Finding")},
                 {CalibrateText::tr("Present"), Table::Align::Right},
                 {CalibrateText::tr("Absent"), Table::Align::Right},
                 {CalibrateText::tr("ECE before (95 % CI)"), Table::Align::Right},
                 {CalibrateText::tr("ECE after (95 % CI)"), Table::Align::Right},
                 {CalibrateText::tr("Threshold"), Table::Align::Right},
                 {CalibrateText::tr("Result")}});
    for (const CalibratedFinding& f : findings) {
        const bool fitted = f.outcome == Outcome::Calibrated;
        table.addRow(
            {anatomyName(f.key.anatomyId), findingName(f.key.findingId),
             QString::number(f.positives), QString::number(f.negatives),
             fitted ? estimateText(f.errorBefore, f.errorBeforeInterval) : QStringLiteral("-"),
             f.errorAfter ? estimateText(*f.errorAfter, f.errorAfterInterval) : QStringLiteral("-"),
             orDash(f.reference.threshold), outcomeText(f.outcome)});
    }
    return table.text();
}

/// A bar of 20 places up to `share`.
QString bar(double share)
{
    return QString(qRound(share * 20), QLatin1Char('#'));
}

QString reliabilityTable(const std::vector<ReliabilityBin>& bins)
{
    Table table({{CalibrateText::tr("Score")},
                 {CalibrateText::tr("Studies"), Table::Align::Right},
                 {CalibrateText::tr("Mean score"), Table::Align::Right},
                 {CalibrateText::tr("Truly present (95 % CI)")},
                 {QString()}});
    for (const ReliabilityBin& bin : bins)
        table.addRow({QStringLiteral("%1–%2").arg(number(bin.low, 1), number(bin.high, 1)),
                      QString::number(bin.cases), number(bin.meanScore, 2),
                      QStringLiteral("%1 (%2–%3)")
                          .arg(number(bin.observed, 2), number(bin.interval.low, 2),
                               number(bin.interval.high, 2)),
                      bar(bin.observed)});
    return table.text(2);
}

QString reliabilityText(const CalibratedFinding& finding)
{
    QString out = QLatin1Char('\n') +
                  CalibrateText::tr("%1: %2, as the model scores")
                      .arg(anatomyName(finding.key.anatomyId), findingName(finding.key.findingId)) +
                  QLatin1Char('\n') + reliabilityTable(finding.before);
    if (!finding.after.empty())
        out += CalibrateText::tr("Calibrated, each study by a fit to other patients") +
               QLatin1Char('\n') + reliabilityTable(finding.after);
    return out;
}

nlohmann::json json(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json json(const std::optional<Interval>& interval)
{
    return interval ? nlohmann::json{interval->low, interval->high} : nlohmann::json();
}

nlohmann::json json(const std::vector<ReliabilityBin>& bins)
{
    auto out = nlohmann::json::array();
    for (const ReliabilityBin& bin : bins)
        out.push_back({{"low", bin.low},
                       {"high", bin.high},
                       {"cases", bin.cases},
                       {"mean_score", bin.meanScore},
                       {"observed", bin.observed},
                       {"interval", {bin.interval.low, bin.interval.high}}});
    return out;
}

nlohmann::json json(const CalibratedFinding& finding)
{
    const bool fitted = finding.outcome == Outcome::Calibrated;
    const auto ifFitted = [&](double value) { return fitted ? nlohmann::json(value) : nullptr; };
    return {{"anatomy", finding.key.anatomyId},
            {"finding", finding.key.findingId},
            {"outcome", outcomeId(finding.outcome)},
            {"positives", finding.positives},
            {"negatives", finding.negatives},
            {"a", ifFitted(finding.reference.a)},
            {"b", ifFitted(finding.reference.b)},
            {"threshold", json(finding.reference.threshold)},
            {"error_before", ifFitted(finding.errorBefore)},
            {"error_before_interval", json(finding.errorBeforeInterval)},
            {"error_after", json(finding.errorAfter)},
            {"error_after_interval", json(finding.errorAfterInterval)},
            {"before", json(finding.before)},
            {"after", json(finding.after)}};
}

} // namespace

CalibrateCommand::CalibrateCommand(CommandParser& parent, CommonOptions& options)
    : Command(parent, options, "calibrate",
              tr("Fit a model's scores to this site's verdicts or labels"))
{
    parser().text("--labels", m_labels,
                  tr("CSV of labels 0 or 1: the first column is the StudyInstanceUID, the others "
                     "findings; without it, what readers accepted and rejected"),
                  "FILE");
    parser().flag("--try", m_try, tr("Say what would come of it, and keep nothing"));
    addModelOptions(parser(), options, m_model);
}

Status CalibrateCommand::run(CommandContext& context)
{
    const auto database = context.openExistingArchive();
    if (!database)
        return database.error();
    const auto engine = context.engine(CommandContext::modelPackage(m_model));
    if (!engine)
        return engine.error();
    const ModelInfo& model = (*engine)->info();
    const auto fit = fitSite(*database, model, m_labels,
                             QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString(),
                             context.progress(tr("Calibrating")));
    if (!fit)
        return fit.error();
    const std::vector<CalibratedFinding>& findings = fit->findings;
    const SiteCalibration& calibration = fit->calibration;
    const bool nothing = calibration.findings.empty();
    if (!nothing && !m_try) {
        if (const Status written = writeSiteCalibration(database->folder(), calibration); !written)
            return written.error();
    }
    const auto file = siteCalibrationFile(database->folder(), model.fingerprint);
    if (context.json()) {
        nlohmann::json out{{"model", model.fingerprint},
                           {"written", nullptr},
                           {"findings", nlohmann::json::array()}};
        if (!nothing && !m_try)
            out["written"] = file.string();
        for (const CalibratedFinding& finding : findings)
            out["findings"].push_back(json(finding));
        context.console().print(out);
    } else {
        QString text = summaryTable(findings);
        for (const CalibratedFinding& finding : findings) {
            if (finding.outcome == Outcome::Calibrated)
                text += reliabilityText(finding);
        }
        if (fit->withoutScore > 0)
            text += tr("%n studies of the table have no score of this model here.", nullptr,
                       int(fit->withoutScore)) +
                    QLatin1Char('\n');
        if (!nothing && !m_try)
            text += tr("Written to %1. The window uses it from the next study on.")
                        .arg(QString::fromStdString(file.string())) +
                    QLatin1Char('\n');
        context.console().print(text);
    }
    if (nothing)
        return makeError(
            ErrorCode::BadOption,
            {"calibrate", "no finding has what it needs: " + std::to_string(fewestLabelsPerClass) +
                              " studies with it, as many without, and a score that "
                              "rises with them"});
    return Done{};
}

} // namespace fovea

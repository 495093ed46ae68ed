#include "app/cli/tuneReport.h"

#include "app/cli/Table.h"
#include "app/text/names.h"
#include "app/text/tuningText.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneReport)
};

QString countsText(const LabelCount& count, TuningSplit split)
{
    const auto s = static_cast<std::size_t>(split);
    return QStringLiteral("%1 / %2 / %3")
        .arg(count.present[s])
        .arg(count.absent[s])
        .arg(count.unknown[s]);
}

QString valueText(const std::optional<double>& value, const std::optional<Interval>& interval)
{
    if (!value)
        return QStringLiteral("-");
    if (!interval)
        return number(*value, 3);
    return QStringLiteral("%1 (%2–%3)")
        .arg(number(*value, 3), number(interval->low, 3), number(interval->high, 3));
}

QString signedText(double value)
{
    return (value > 0 ? QStringLiteral("+") : QString()) + number(value, 3);
}

QString differenceText(const std::optional<Change>& change)
{
    if (!change)
        return QStringLiteral("-");
    if (!change->interval)
        return signedText(change->difference());
    return QStringLiteral("%1 (%2 – %3)")
        .arg(signedText(change->difference()), signedText(change->interval->low),
             signedText(change->interval->high));
}

QString pText(const std::optional<Change>& change)
{
    return change && change->adjusted ? number(*change->adjusted, 3) : QStringLiteral("-");
}

QString meanText(const QString& what, const std::optional<Change>& change)
{
    if (!change)
        return {};
    return ReportText::tr("%1: %2 before, %3 after, difference %4")
               .arg(what, number(change->before, 3), number(change->after, 3),
                    differenceText(change)) +
           QLatin1Char('\n');
}

QString setText(const SetJudgement& set, const QString& title)
{
    Table table({{ReportText::tr("Anatomy")},
                 {ReportText::tr("Finding")},
                 {ReportText::tr("Present"), Table::Align::Right},
                 {ReportText::tr("Absent"), Table::Align::Right},
                 {ReportText::tr("AUC before (95 % CI)"), Table::Align::Right},
                 {ReportText::tr("AUC after (95 % CI)"), Table::Align::Right},
                 {ReportText::tr("Difference (95 % CI)"), Table::Align::Right},
                 {ReportText::tr("p (Holm)"), Table::Align::Right},
                 {ReportText::tr("ECE before"), Table::Align::Right},
                 {ReportText::tr("ECE after"), Table::Align::Right}});
    for (const FindingJudgement& one : set.findings) {
        const auto& error = one.calibrationError;
        table.addRow({anatomyName(one.key.anatomyId), findingName(one.key.findingId),
                      QString::number(one.positives), QString::number(one.negatives),
                      valueText(one.aucBefore, one.aucBeforeInterval),
                      valueText(one.aucAfter, one.aucAfterInterval), differenceText(one.auc),
                      pText(one.auc), error ? number(error->before, 3) : QStringLiteral("-"),
                      error ? number(error->after, 3) : QStringLiteral("-")});
    }
    return title + QLatin1Char('\n') + table.text(2) +
           meanText(ReportText::tr("Mean AUC of the findings that were tested"), set.meanAuc) +
           meanText(ReportText::tr("Recall at 10 of searches"), set.recallAt10);
}

nlohmann::json countsJson(const LabelCount& count, std::size_t s)
{
    return {
        {"present", count.present[s]}, {"absent", count.absent[s]}, {"unknown", count.unknown[s]}};
}

QString listText(const QString& title, const std::vector<TuningConcern>& concerns)
{
    if (concerns.empty())
        return {};
    QString text = title + QLatin1Char('\n');
    for (const TuningConcern& one : concerns)
        text += QStringLiteral("  ") + tuningConcernText(one) + QLatin1Char('\n');
    return text;
}

} // namespace

QString tuningSetText(const TuningSet& set)
{
    const auto column = [&](TuningSplit split) {
        return Table::Column{ReportText::tr("%1 (%2): present / absent / unknown")
                                 .arg(tuningSplitName(split))
                                 .arg(set.of(split).size()),
                             Table::Align::Right};
    };
    Table table({{ReportText::tr("Anatomy")},
                 {ReportText::tr("Finding")},
                 column(TuningSplit::Training),
                 column(TuningSplit::Validation),
                 column(TuningSplit::Test)});
    for (const LabelCount& count : set.counts)
        table.addRow({anatomyName(count.key.anatomyId), findingName(count.key.findingId),
                      countsText(count, TuningSplit::Training),
                      countsText(count, TuningSplit::Validation),
                      countsText(count, TuningSplit::Test)});
    QString text = table.text();
    for (const TuningProblem& problem : set.problems)
        text += tuningProblemText(problem) + QLatin1Char('\n');
    return text;
}

nlohmann::json tuningSetJson(const TuningSet& set)
{
    nlohmann::json out{{"studies", nlohmann::json::object()},
                       {"findings", nlohmann::json::array()},
                       {"problems", nlohmann::json::array()},
                       {"usable", set.obstacle() == nullptr && !set.studies.empty()}};
    for (std::size_t s = 0; s < TuningSplits; ++s) {
        const auto split = static_cast<TuningSplit>(s);
        out["studies"][tuningSplitId(split)] = set.of(split).size();
    }
    for (const LabelCount& count : set.counts) {
        nlohmann::json finding{{"anatomy", count.key.anatomyId}, {"finding", count.key.findingId}};
        for (std::size_t s = 0; s < TuningSplits; ++s)
            finding[tuningSplitId(static_cast<TuningSplit>(s))] = countsJson(count, s);
        out["findings"].push_back(std::move(finding));
    }
    for (const TuningProblem& problem : set.problems)
        out["problems"].push_back({{"problem", tuningProblemId(problem.code)},
                                   {"arguments", problem.arguments},
                                   {"text", tuningProblemText(problem).toStdString()}});
    return out;
}

QString judgementText(const TuningJudgement& judgement)
{
    QString text = setText(judgement.test, ReportText::tr("Test studies: %1, of %2 patients")
                                               .arg(judgement.test.studies)
                                               .arg(judgement.test.patients));
    if (judgement.benchmark)
        text += setText(
            *judgement.benchmark,
            ReportText::tr("Benchmark: %1 synthetic chests").arg(judgement.benchmark->studies));
    text += listText(ReportText::tr("Note:"), judgement.cautions);
    text += judgement.refusals.empty()
                ? ReportText::tr("Nothing is significantly worse.") + QLatin1Char('\n')
                : listText(ReportText::tr("Against using it:"), judgement.refusals);
    return text;
}

} // namespace fovea

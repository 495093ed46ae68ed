#include "app/cli/tuneComparisonReport.h"

#include "app/cli/Table.h"
#include "app/text/durationText.h"
#include "app/text/tuningText.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace fovea {

namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(fovea::TuneCompare)
};

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

QString orEmpty(const std::optional<double>& value)
{
    return value ? number(*value, 3) : QString();
}

QString megabytes(std::uint64_t bytes)
{
    return bytes > 0 ? number(static_cast<double>(bytes) / 1e6, 0) : QString();
}

nlohmann::json refusalsJson(const std::vector<TuningConcern>& refusals)
{
    auto list = nlohmann::json::array();
    for (const TuningConcern& one : refusals)
        list.push_back({{"what", concernId(one.code)},
                        {"benchmark", one.benchmark},
                        {"anatomy", one.key.anatomyId},
                        {"finding", one.key.findingId},
                        {"before", one.change.before},
                        {"after", one.change.after},
                        {"p", orNull(one.change.adjusted ? one.change.adjusted : one.change.p)},
                        {"count", one.count},
                        {"text", tuningConcernText(one).toStdString()}});
    return list;
}

nlohmann::json rowJson(const TuneComparisonRow& row)
{
    return {{"way", nameOf(row.way)},
            {"cases", row.cases},
            {"improved", row.improved},
            {"seconds", row.seconds},
            {"encoding_seconds", row.encodingSeconds},
            {"foretold_seconds", orNull(row.foretoldSeconds)},
            {"peak_bytes", row.peakBytes},
            {"foretold_peak_bytes", row.foretoldPeakBytes},
            {"trainable_parameters", row.trainableParameters},
            {"steps", row.steps},
            {"best_step", row.bestStep},
            {"known_before", row.knownBefore},
            {"known_after", row.knownAfter},
            {"shifted", row.shifted},
            {"shifted_before", orNull(row.shiftedBefore)},
            {"shifted_after", orNull(row.shiftedAfter)},
            {"new_after", orNull(row.newAfter)},
            {"error_before", row.errorBefore},
            {"error_after", row.errorAfter},
            {"benchmark_before", row.benchmarkBefore},
            {"benchmark_after", row.benchmarkAfter},
            {"refusals", refusalsJson(row.judgement.refusals)}};
}

QString tableText(const std::vector<TuneComparisonRow>& rows)
{
    using Align = Table::Align;
    Table table({{ComparisonText::tr("Way")},
                 {ComparisonText::tr("Studies"), Align::Right},
                 {ComparisonText::tr("Known, before"), Align::Right},
                 {ComparisonText::tr("after"), Align::Right},
                 {ComparisonText::tr("Shifted, before"), Align::Right},
                 {ComparisonText::tr("after"), Align::Right},
                 {ComparisonText::tr("New, after"), Align::Right},
                 {ComparisonText::tr("Calibration error, before"), Align::Right},
                 {ComparisonText::tr("after"), Align::Right},
                 {ComparisonText::tr("Benchmark, before"), Align::Right},
                 {ComparisonText::tr("after"), Align::Right},
                 {ComparisonText::tr("Refusals"), Align::Right},
                 {ComparisonText::tr("Time"), Align::Right},
                 {ComparisonText::tr("foretold"), Align::Right},
                 {ComparisonText::tr("Memory, MB"), Align::Right},
                 {ComparisonText::tr("foretold"), Align::Right}});
    for (const TuneComparisonRow& row : rows)
        table.addRow({QString::fromStdString(nameOf(row.way)), QString::number(row.cases),
                      number(row.knownBefore, 3), number(row.knownAfter, 3),
                      orEmpty(row.shiftedBefore), orEmpty(row.shiftedAfter), orEmpty(row.newAfter),
                      number(row.errorBefore, 3), number(row.errorAfter, 3),
                      number(row.benchmarkBefore, 3), number(row.benchmarkAfter, 3),
                      QString::number(row.judgement.refusals.size()), durationText(row.seconds),
                      row.foretoldSeconds ? durationText(*row.foretoldSeconds) : QString(),
                      megabytes(row.peakBytes), megabytes(row.foretoldPeakBytes)});
    return table.text();
}

} // namespace

QString tuneComparisonText(const std::vector<TuneComparisonRow>& rows)
{
    QString text = tableText(rows);
    for (const TuneComparisonRow& row : rows) {
        if (row.judgement.refusals.empty())
            continue;
        text += ComparisonText::tr("Against using %1 tuned on %2 studies:")
                    .arg(QString::fromStdString(nameOf(row.way)))
                    .arg(row.cases) +
                QLatin1Char('\n');
        for (const TuningConcern& one : row.judgement.refusals)
            text += QStringLiteral("  ") + tuningConcernText(one) + QLatin1Char('\n');
    }
    return text;
}

nlohmann::json tuneComparisonJson(const std::vector<TuneComparisonRow>& rows)
{
    auto list = nlohmann::json::array();
    for (const TuneComparisonRow& row : rows)
        list.push_back(rowJson(row));
    return list;
}

} // namespace fovea

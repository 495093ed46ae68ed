#include "app/cli/TuneCompare.h"

#include "app/ModelLibrary.h"
#include "app/cli/Table.h"
#include "app/cli/TrainProgress.h"
#include "app/text/durationText.h"
#include "app/work/tuning/compareTunings.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <sstream>

namespace fovea {

namespace {

std::vector<std::string> words(const std::string& text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

QString orEmpty(const std::optional<double>& value)
{
    return value ? number(*value, 3) : QString();
}

nlohmann::json rowJson(const TuneComparisonRow& row)
{
    return {{"way", nameOf(row.way)},
            {"cases", row.cases},
            {"improved", row.improved},
            {"seconds", row.seconds},
            {"encoding_seconds", row.encodingSeconds},
            {"peak_bytes", row.peakBytes},
            {"trainable_parameters", row.trainableParameters},
            {"known_before", row.knownBefore},
            {"known_after", row.knownAfter},
            {"shifted", row.shifted},
            {"shifted_before", orNull(row.shiftedBefore)},
            {"shifted_after", orNull(row.shiftedAfter)},
            {"new_after", orNull(row.newAfter)},
            {"benchmark_before", row.benchmarkBefore},
            {"benchmark_after", row.benchmarkAfter},
            {"refusals", row.refusals}};
}

} // namespace

TuneCompare::TuneCompare(CommandParser parser)
    : m_parser(parser)
{
    m_parser.text("--site", m_site, tr("Whose synthetic chests (default: %1)").arg("lakeside"),
                  "NAME");
    m_parser.text("--new", m_new,
                  tr("JSON of what the site has and the model does not know (default: of %1)")
                      .arg("lakeside"),
                  "FILE");
    m_parser.text(
        "--cases", m_cases,
        tr("Numbers of studies to tune with (default: %1)").arg(QString::fromStdString(m_cases)),
        "\"N …\"");
    m_parser.text("--ways", m_ways,
                  tr("Ways to tune (default: %1)").arg(QString::fromStdString(m_ways)),
                  "\"WAY …\"");
    m_parser.count("--test", m_test, tr("Studies of the site to judge with"));
    m_parser.count("--benchmark", m_benchmark, tr("Studies to measure forgetting with"));
    m_parser.seed("--seed", m_seed, tr("Seed of the tunings"));
    m_parser.flag("--co-teaching", m_coTeaching,
                  tr("Two models soften each other's targets, in twice the time"));
    m_parser.text("--model", m_model, tr("Model package (default: yours, or the demo model)"),
                  "PACKAGE");
    m_parser.text("--work", m_work, tr("Folder to make, for tuned models and encoded studies"),
                  "DIR", CommandParser::Needed::Required);
}

Status TuneCompare::run(CommandContext& context) const
{
    TuneComparisonOptions options;
    options.parentPackage = CommandContext::modelPackage(m_model);
    options.site = m_site;
    options.test = m_test;
    options.benchmark = m_benchmark;
    options.seed = m_seed;
    options.coTeaching = m_coTeaching;
    options.work = std::filesystem::absolute(m_work);
    options.codeVersion = QCoreApplication::applicationVersion().toStdString();
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    for (const std::string& word : words(m_ways)) {
        const auto way = tuneWayOf(word);
        if (!way || *way == TuneWay::Calibration)
            return makeError(ErrorCode::BadOption, {"--ways", "heads, queries, lora or all"});
        options.ways.push_back(*way);
    }
    for (const std::string& word : words(m_cases)) {
        int cases = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), cases);
        if (error != std::errc() || end != word.data() + word.size() || cases < 1)
            return makeError(ErrorCode::BadOption, {"--cases", "whole numbers from 1"});
        options.cases.push_back(cases);
    }
    const auto engine = context.engine(options.parentPackage);
    if (!engine)
        return engine.error();
    const std::filesystem::path newFile = m_new.empty()
                                              ? ModelLibrary::resource("model/lakeside.json")
                                              : std::filesystem::path(m_new);
    auto news = readTuningNews(newFile, (*engine)->info());
    if (!news)
        return news.error();
    options.news = *std::move(news);
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    const auto rows = compareTunings(**api, options, context.progress(tr("Comparing")));
    if (!rows)
        return rows.error();

    if (context.json()) {
        auto list = nlohmann::json::array();
        for (const TuneComparisonRow& row : *rows)
            list.push_back(rowJson(row));
        context.console().print(nlohmann::json{
            {"site", m_site}, {"test", m_test}, {"benchmark", m_benchmark}, {"rows", list}});
        return Done{};
    }
    using Align = Table::Align;
    Table table({{tr("Way")},
                 {tr("Studies"), Align::Right},
                 {tr("Known, before"), Align::Right},
                 {tr("after"), Align::Right},
                 {tr("Shifted, before"), Align::Right},
                 {tr("after"), Align::Right},
                 {tr("New, after"), Align::Right},
                 {tr("Benchmark, before"), Align::Right},
                 {tr("after"), Align::Right},
                 {tr("Refusals"), Align::Right},
                 {tr("Time"), Align::Right},
                 {tr("Memory, MB"), Align::Right}});
    for (const TuneComparisonRow& row : *rows)
        table.addRow({QString::fromStdString(nameOf(row.way)), QString::number(row.cases),
                      number(row.knownBefore, 3), number(row.knownAfter, 3),
                      orEmpty(row.shiftedBefore), orEmpty(row.shiftedAfter), orEmpty(row.newAfter),
                      number(row.benchmarkBefore, 3), number(row.benchmarkAfter, 3),
                      QString::number(row.refusals), durationText(row.seconds),
                      number(static_cast<double>(row.peakBytes) / 1e6, 0)});
    context.console().print(
        tr("Mean AUC on %1 studies of “%2” and on %3 of the reference site.")
            .arg(m_test)
            .arg(QString::fromStdString(m_site))
            .arg(m_benchmark) +
        QLatin1Char('\n') +
        tr("Shifted: findings whose AUC before is lower at the site by at least "
           "%1.")
            .arg(number(LeastShift, 2)) +
        QLatin1Char('\n') + table.text());
    return Done{};
}

} // namespace fovea

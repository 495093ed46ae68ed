#include "app/cli/TuneCompare.h"

#include "app/ModelLibrary.h"
#include "app/cli/Table.h"
#include "app/cli/tuneComparisonReport.h"
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
    m_parser.numbers("--wrong-labels", m_wrongLabels, 1, 0.0, 1.0,
                     tr("Share of labels to turn around before tuning (default: 0)"));
    m_parser.numbers("--keep-old", m_keepOld, 1, 0.0, 1000.0,
                     tr("How strongly parameters are drawn back to what they were"));
    m_parser.count("--steps", m_steps,
                   tr("Steps of lora and all, about (default: the way's own number)"));
    m_parser.flag("--development", m_development,
                  tr("Other studies throughout, for finding settings"));
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
    options.development = m_development;
    if (!m_wrongLabels.empty())
        options.wrongLabels = m_wrongLabels.front();
    if (!m_keepOld.empty())
        options.keepOld = m_keepOld.front();
    if (m_steps)
        options.steps = *m_steps;
    options.work = std::filesystem::absolute(m_work);
    options.codeVersion = QCoreApplication::applicationVersion().toStdString();
    options.log = [&context](const std::string& line) { context.console().log(printable(line)); };
    options.done = [&context](const TuneComparisonRow& row) {
        context.console().log(printable(tuneComparisonJson({row})[0].dump()));
    };
    for (const std::string& word : words(m_ways)) {
        const auto way = tuneWayOf(word);
        if (!way)
            return makeError(ErrorCode::BadOption,
                             {"--ways", "calibration, heads, queries, lora or all"});
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
        context.console().print(nlohmann::json{{"site", m_site},
                                               {"test", m_test},
                                               {"benchmark", m_benchmark},
                                               {"rows", tuneComparisonJson(*rows)}});
        return Done{};
    }
    context.console().print(
        tr("Mean AUC on %1 studies of “%2” and on %3 of the reference site.")
            .arg(m_test)
            .arg(QString::fromStdString(m_site))
            .arg(m_benchmark) +
        QLatin1Char('\n') +
        tr("Shifted: findings whose AUC before is lower at the site by at least "
           "%1.")
            .arg(number(LeastShift, 2)) +
        QLatin1Char('\n') + tuneComparisonText(*rows));
    return Done{};
}

} // namespace fovea
